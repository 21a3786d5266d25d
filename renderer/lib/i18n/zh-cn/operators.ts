/** Signing in and out (上岗、换人). */
export const operators = {
  'signIn.title': '请扫工牌',
  'signIn.text': '还没人上岗。扫了工牌就接着装，手上的箱子还在。',
  'signIn.names': '没带工牌，就点名字：',
  'signIn.leave': '{{operator}}，点这里换人',
} as const
