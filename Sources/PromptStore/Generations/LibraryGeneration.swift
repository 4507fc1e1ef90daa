/// Which version of the tool a file was made by, told by its columns.
public enum LibraryGeneration: Equatable, Sendable {
    /// As the documentation has it, with or without what others have added.
    case documented
    /// The first three that there were.
    case first, second, third
    /// What several have left in one file, or something else.
    case mixed

    /// Tells it of a file that is not as documented.
    init(_ layout: LibraryLayout) {
        let hasHash = layout.has("prompts", "content_hash")
        switch (hasHash, layout.has("prompts", "session_id"), layout.has("user_interactions")) {
        case (true, true, true) where !layout.has("prompts", "embedding"): self = .third
        case (true, false, false): self = .second
        case (false, false, false) where layout.has("prompts", "embedding_provider"): self = .first
        default: self = .mixed
        }
    }
}
