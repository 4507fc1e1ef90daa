import GRDB
import PromptStore
import Testing

/// Families of every shape, drawn with marks: `*` on the path, `+` beside or below it, `~` a variant, `>` root.
struct LineageTests {
    private let library: ScratchLibrary

    init() throws { library = try ScratchLibrary() }

    private func add(_ id: String, parent: String? = nil, variantOf: String? = nil, minute: Int = 0) throws {
        let time = Timestamp.text(seconds: 1_700_000_000 + minute * 60)
        try library.addPrompt(id, ["parent_id": parent, "variant_of": variantOf, "created_at": time])
    }

    private func draw(_ lineage: Lineage) -> [String] {
        lineage.rows.map { row in
            let name =
                switch row.content {
                case .prompt(let prompt): prompt.id
                case .missing(let id): "missing \(id)"
                case .loop(let id): "loop \(id)"
                case .more: "more"
                }
            let mark =
                switch row.relation {
                case .root: ">"
                case .child: "-"
                case .variant: "~"
                case .inferred: "?"
                }
            return String(repeating: "  ", count: row.depth) + mark + (row.isOnPath ? "*" : "") + name
        }
    }

    private func family(of id: String, extent: Int = 1) throws -> [String] {
        let lineage = try library.store().lineage(of: id, extent: extent, cancellation: Cancellation())
        if case .prompt(let prompt) = lineage.rows[lineage.selected].content {
            #expect(prompt.id == id)
        } else {
            Issue.record("the selected line is not the prompt")
        }
        return draw(lineage)
    }

    @Test func aPromptAloneIsItsOwnRoot() throws {
        try add("a")
        #expect(try family(of: "a") == [">*a"])
    }

    @Test func ancestorsSiblingsAndDescendantsAreThereOldestFirst() throws {
        try add("root")
        try add("younger", parent: "root", minute: 3)
        try add("middle", parent: "root", minute: 2)
        try add("alternative", variantOf: "root", minute: 1)
        try add("leaf", parent: "middle", minute: 4)
        try add("sibling", parent: "middle", variantOf: "leaf", minute: 5)
        try add("grandchild", parent: "leaf", minute: 6)
        try add("niece", parent: "younger", minute: 7)
        #expect(
            try family(of: "leaf") == [
                ">*root", "  ~alternative", "  -*middle", "    -*leaf", "      -grandchild", "    ~sibling",
                "  -younger",
            ]
        )
        #expect(
            try family(of: "root") == [
                ">*root", "  ~alternative", "  -middle", "    -leaf", "      -grandchild", "    ~sibling",
                "  -younger", "    -niece",
            ]
        )
        #expect(try family(of: "alternative").prefix(2) == [">*root", "  ~*alternative"])
    }

    @Test func aParentThatIsNotThereIsNamed() throws {
        try add("orphan", parent: "gone")
        try add("child", parent: "orphan")
        #expect(try family(of: "child") == [">*missing gone", "  -*orphan", "    -*child"])
    }

    @Test func itsOwnParentIsALoop() throws {
        try add("a", parent: "a")
        #expect(try family(of: "a") == [">*loop a", "  -*a", "    -loop a"])
    }

    @Test func twoParentsOfEachOtherAreALoop() throws {
        try add("a", parent: "b")
        try add("b", parent: "a")
        #expect(try family(of: "a") == [">*loop a", "  -*b", "    -*a", "      -loop b"])
        #expect(try family(of: "b") == [">*loop b", "  -*a", "    -*b", "      -loop a"])
    }

    @Test func fiveThousandChildrenAreReadTwentyAtATime() throws {
        try add("root")
        try library.sql { database in
            for number in 0..<5000 {
                try ScratchLibrary.addPrompt("c\(10_000 + number)", ["parent_id": "root"], in: database)
            }
        }
        let rows = try family(of: "root")
        #expect(rows == [">*root"] + (0..<20).map { "  -c\(10_000 + $0)" } + ["  -more"])
        #expect(try family(of: "root", extent: 2).count == 42)
        let beside = try family(of: "c13000")
        #expect(beside == [">*root"] + (0..<11).map { "  -c\(10_000 + $0)" } + ["  -*c13000", "  -more"])
    }

    @Test func aChainOfFiveThousandIsCutAboveAndBelow() throws {
        try library.sql { database in
            for number in 0..<5000 {
                let parent = number == 0 ? nil : "c\(number - 1)"
                try ScratchLibrary.addPrompt("c\(number)", ["parent_id": parent], in: database)
            }
        }
        let rows = try family(of: "c2500")
        #expect(rows.first == ">*more")
        #expect(rows.count == 1 + 65 + 3 + 1)
        #expect(rows.dropFirst().first?.hasSuffix("*c2436") == true)
        #expect(rows.suffix(2).map { $0.trimmingPrefix(while: { $0 == " " }) } == ["-c2503", "-more"])
        #expect(try family(of: "c2500", extent: 3).count == 1 + 193 + 5 + 1)
        #expect(try family(of: "c0").count == 5)
        // Asked for ever more, it is read to the top.
        let whole = try family(of: "c4999", extent: 80)
        #expect(whole.count == 5000)
        #expect(whole.first == ">*c0")
    }

    @Test func noFamilyIsReadBeyondTwoHundredLines() throws {
        try add("root")
        try library.sql { database in
            for child in 0..<20 {
                try ScratchLibrary.addPrompt("c\(child)", ["parent_id": "root"], in: database)
                for grandchild in 0..<20 {
                    try ScratchLibrary.addPrompt("g\(child)-\(grandchild)", ["parent_id": "c\(child)"], in: database)
                }
            }
        }
        #expect((200...203).contains(try family(of: "root").count))
        #expect(try family(of: "root").last == "  -more")
        #expect(try family(of: "root", extent: 3).count == 421)
    }

    @Test func aStoredZeroIsNoScoreAndThePhaseIsAsStored() throws {
        try library.addPrompt("a", ["phase": "foo", "effectiveness_score": 0.0])
        try library.addPrompt("b", ["parent_id": "a", "effectiveness_score": 0.4])
        let rows = try library.store().lineage(of: "a", extent: 1, cancellation: Cancellation()).rows
        let prompts = rows.compactMap { row in if case .prompt(let prompt) = row.content { prompt } else { nil } }
        #expect(prompts.map(\.score) == [.none, .number(0.4)])
        #expect(prompts.map(\.phase) == ["foo", "solutio"])
        #expect(prompts.first?.title == "text of a")
    }

    @Test func aPromptThatIsGoneIsSaidToBe() throws {
        let store = try library.store()
        #expect(throws: StoreError.promptGone(id: "a")) {
            try store.lineage(of: "a", extent: 1, cancellation: Cancellation())
        }
    }
}
