/// What has become of a change that was handed in.
public enum Submission: Equatable, Sendable {
    /// It is in the library.
    case saved(ChangeOutcome)
    /// It is on the disk, beside the library, for this one has the lock; nil where the system does not show who.
    case kept(LockHolder?)
}

/// What has become of the changes that were kept beside the library while it was locked.
public struct Settlement: Equatable, Sendable {
    /// Those that are in the library now, in their order.
    public internal(set) var landed: [Change] = []
    /// Why others do not fit any more, which were put aside.
    public internal(set) var refused: [String] = []
    /// How many still wait.
    public internal(set) var remaining = 0
    /// What they wait for.
    public internal(set) var obstacle: StoreError?

    /// Creates it.
    public init(
        landed: [Change] = [],
        refused: [String] = [],
        remaining: Int = 0,
        obstacle: StoreError? = nil
    ) {
        self.landed = landed
        self.refused = refused
        self.remaining = remaining
        self.obstacle = obstacle
    }
}
