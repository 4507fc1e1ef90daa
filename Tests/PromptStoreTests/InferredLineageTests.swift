import PromptStore
import PromptTestSupport
import Testing

/// Derivations that no file notes, but that follow from session, phase, time and input.
struct InferredLineageTests {
    private let directory: TemporaryDirectory
    private let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("prompts.db")
        try Generation.s2.create(at: path)
    }

    private func add(
        _ id: String,
        _ phase: String,
        at minute: Int,
        session: String? = "s",
        input: String = "tidy up",
        parent: String? = nil
    ) throws {
        let session = session.map { "'\($0)'" } ?? "NULL"
        try OtherProgram(path).run(
            """
            INSERT INTO prompts (id, content, content_hash, phase, parent_id, session_id, original_input, created_at,
              updated_at)
            VALUES ('\(id)', 'text of \(id)', 'hash of \(id)', '\(phase)', '\(parent ?? id)', \(session), '\(input)',
              \(1_752_055_872 + minute * 60), 1752055872)
            """
        )
    }

    private func family(of id: String) throws -> [String] {
        let store = try PromptStore(path: path, isReadOnly: true)
        return try store.lineage(of: id, extent: 1, cancellation: Cancellation()).rows.map { row in
            guard case .prompt(let prompt) = row.content else { return "\(row.content)" }
            let mark =
                switch row.relation {
                case .root: ">"
                case .child: "-"
                case .variant: "~"
                case .inferred(let candidates): "\(candidates)?"
                }
            return String(repeating: "  ", count: row.depth) + mark + prompt.id
        }
    }

    @Test func eachPhaseFollowsFromTheOneBefore() throws {
        try add("first", "prima-materia", at: 0)
        try add("second", "solutio", at: 1)
        try add("third", "coagulatio", at: 1)
        let expected = [">first", "  1?second", "    1?third"]
        for id in ["first", "second", "third"] { #expect(try family(of: id) == expected) }
    }

    @Test func ofSeveralCandidatesTheNewestIsTakenAndTheirNumberIsSaid() throws {
        try add("a", "solutio", at: 0)
        try add("b", "solutio", at: 1)
        try add("late", "solutio", at: 9)
        try add("c", "coagulatio", at: 2)
        #expect(try family(of: "c") == [">b", "  2?c"])
        #expect(try family(of: "a") == [">a"])
        #expect(try family(of: "late") == [">late"])
    }

    @Test func otherSessionsAndOtherInputsAreNoFamily() throws {
        try add("a", "prima-materia", at: 0)
        try add("elsewhere", "solutio", at: 1, session: "other")
        try add("otherwise", "solutio", at: 1, input: "else")
        try add("nowhere", "solutio", at: 1, session: nil)
        try add("unknown", "foo", at: 1)
        for id in ["a", "elsewhere", "otherwise", "nowhere", "unknown"] { #expect(try family(of: id) == [">" + id]) }
    }

    @Test func whatIsNotedGoesBeforeWhatIsInferred() throws {
        try add("a", "prima-materia", at: 0)
        try add("b", "prima-materia", at: 1)
        try add("c", "solutio", at: 2, parent: "a")
        try add("d", "coagulatio", at: 3)
        #expect(try family(of: "d") == [">a", "  -c", "    1?d"])
        #expect(try family(of: "b") == [">b"])
    }

    @Test func aSessionThatIsTooLargeIsLeftAlone() throws {
        let values = (0...500).map { number in
            "('p\(number)', 'text \(number)', 'hash\(number)', '\(number == 0 ? "prima-materia" : "solutio")', "
                + "'s', \(number), 0)"
        }
        try OtherProgram(path).execute(
            """
            INSERT INTO prompts (id, content, content_hash, phase, session_id, created_at, updated_at)
            VALUES \(values.joined(separator: ","))
            """
        )
        #expect(try family(of: "p1") == [">p1"])
        try OtherProgram(path).run("DELETE FROM prompts WHERE id = 'p500'")
        #expect(try family(of: "p1").prefix(2) == [">p0", "  1?p1"])
    }
}
