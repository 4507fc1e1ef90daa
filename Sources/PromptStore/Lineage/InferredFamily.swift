import GRDB

/// The derivation of prompts that note none, as far as it follows from what else is noted.
///
/// One generation of files stores each prompt as its own parent. What was made from what can only be inferred there: in
/// the same session, from the same input, each phase follows from the one before.
struct InferredFamily {
    /// The most prompts of a session that are compared; where there are more, nothing is inferred.
    static let largestSession = 500

    /// A prompt that another one may have been made from.
    struct Parent: Equatable {
        let id: String
        /// How many prompts it might as well have been; this is the newest of them.
        let candidates: Int
    }

    private struct Member {
        let row: Row
        let id: String
        let phase: Int
        let seconds: Double
        let input: String?
    }

    private static let phases = ["prima-materia", "solutio", "coagulatio"]

    /// Whether a file notes the sessions in which prompts were made.
    static let isThere = "SELECT 1 FROM pragma_table_info('prompts', 'main') WHERE name = 'session_id'"

    /// The session of a prompt, as the tree reads it; only for files that have sessions.
    private static let session = """
        SELECT \(LineageQueries.columns), substr(CAST(s.original_input AS BLOB), 1, 4000) AS input
        FROM main.prompts s CROSS JOIN prompts p ON p.id = s.id
        WHERE s.session_id = (SELECT o.session_id FROM main.prompts o WHERE o.id = ?)
        LIMIT \(largestSession + 1)
        """

    static let named = [NamedQuery("lineage: a session", session)]

    private let parents: [String: Parent]
    private let children: [String: [Row]]
    /// The prompts of the session.
    let ids: [String]

    /// Infers it for the session of one prompt.
    init(of id: String, in database: Database) throws {
        let rows = try Row.fetchAll(database.cachedStatement(sql: Self.session), arguments: [id])
        let members =
            rows.count > Self.largestSession
            ? []
            : rows.compactMap(Self.member).sorted {
                ($0.seconds, $0.row["tie"] as Int64) < ($1.seconds, $1.row["tie"] as Int64)
            }
        ids = rows.compactMap { $0.text("id") }
        var parents: [String: Parent] = [:]
        var children: [String: [Row]] = [:]
        // Where something is noted, nothing has to be inferred.
        for member in members where (member.row.text("parent_id") ?? member.row.text("variant_of")) == nil {
            guard let parent = Self.parent(of: member, among: members) else { continue }
            parents[member.id] = parent
            children[parent.id, default: []].append(member.row)
        }
        self.parents = parents
        self.children = children
    }

    /// What a prompt was probably made from.
    func parent(of id: String) -> Parent? { parents[id] }

    /// What was probably made from a prompt, oldest first.
    func children(of id: String) -> [Row] { children[id] ?? [] }

    private static func member(_ row: Row) -> Member? {
        guard let id = row.text("id"), let phase = phases.firstIndex(of: row.text("phase") ?? ""),
            let seconds = row.timestamp("created_at")?.seconds
        else { return nil }
        return Member(row: row, id: id, phase: phase, seconds: seconds, input: row.text("input"))
    }

    /// The newest prompt of the nearest phase before that was there in time.
    private static func parent(of member: Member, among members: [Member]) -> Parent? {
        let earlier = members.filter {
            $0.phase < member.phase && $0.input == member.input && $0.seconds <= member.seconds
        }
        guard let nearest = earlier.map(\.phase).max() else { return nil }
        let candidates = earlier.filter { $0.phase == nearest }
        return candidates.last.map { Parent(id: $0.id, candidates: candidates.count) }
    }
}
