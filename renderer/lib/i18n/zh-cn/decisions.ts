/** An order that the server changed while it was packed here. */
export const decisions = {
  'decision.title': '备货单 {{orderNo}} 要选怎么办',
  'decision.amended': '备货单 {{orderNo}} 装箱途中被 Linkstar 改了',
  'decision.cancelled': '备货单 {{orderNo}} 装箱途中被 Linkstar 取消了',
  'decision.ours': '这里已装',
  'decision.theirs': 'Linkstar 现在要',
  'decision.packed': '{{name}}：{{n}} 件',
  'decision.wanted': '{{name}}：{{n}} 件',
  'decision.follow-server': '按 Linkstar 的来',
  'decision.follow-server.means': '多装的要取出来，取完才能关单。',
  'decision.keep-packed': '按已装的来',
  'decision.keep-packed.means': '告诉 Linkstar：这里没有照改。',
} as const
