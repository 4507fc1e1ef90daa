/// One prompt on its way into the demo library.
struct DemoNode: Sendable {
    /// How it came about; nil for texts that were written as a whole.
    var draft: DemoDraft?
    let id: String
    var text: String
    let phase: DemoPhase
    let persona: String
    let tags: [String]
    /// Indexes into the list of nodes.
    var parent: Int?
    var variantOf: Int?
    /// A parent that is not in the library.
    var missingParent: String?
    /// Seconds since 1970.
    let created: Int
    /// 0...1; ratings, success rates and scores follow it.
    var quality: Double
    /// The meaning, 64 numbers of length 1.
    let direction: [Float]
    /// Steps to the root.
    let depth: Int
    /// What is said about it, for the first screen.
    var reception: DemoReception?
}
