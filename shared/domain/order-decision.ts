export const decisionKinds = ['amended', 'cancelled'] as const
/** What the server did to an order that is partly packed here. */
export type DecisionKind = (typeof decisionKinds)[number]

export const decisionChoices = ['follow-server', 'keep-packed'] as const
/**
 * `follow-server`: its lines and status count from now on; what is packed too much stays listed and keeps the order
 * from being closed until it was taken out. `keep-packed`: the order goes on as it was here, and the server is told.
 */
export type DecisionChoice = (typeof decisionChoices)[number]
