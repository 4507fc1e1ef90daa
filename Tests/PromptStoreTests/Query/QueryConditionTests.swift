import GRDB
import PromptStore
import Testing

/// What each term finds, whatever the columns hold.
struct QueryConditionTests {
    private let library: ScratchLibrary
    private let store: PromptStore

    init() throws {
        library = try ScratchLibrary()
        try library.sql { database in
            try ScratchLibrary.addPrompt(
                "a",
                [
                    "content": "The REST api", "phase": "Solutio", "persona": "code", "tags": "api, Two words ,web",
                    "created_at": "2024-01-01 00:00:00", "updated_at": ScratchLibrary.date(daysAgo: 3),
                    "effectiveness_score": 0.8, "usage_count": 12, "embedding": "x",
                ],
                in: database
            )
            try ScratchLibrary.addPrompt(
                "b",
                [
                    "content": "rest in peace", "phase": "solutio", "tags": #"["API","a,b","caf\u00e9","\"q\""]"#,
                    "created_at": 1_706_745_600, "updated_at": ScratchLibrary.date(daysAgo: 30),
                    "effectiveness_score": 0.0, "parent_id": "a",
                ],
                in: database
            )
            try ScratchLibrary.addPrompt(
                "c",
                [
                    "content": "nothing", "phase": "", "persona": "", "tags": "null", "model": "o1",
                    "created_at": "2024-03-01T12:00:00+02:00", "updated_at": "no date", "effectiveness_score": "good",
                    "usage_count": nil, "variant_of": "b",
                ],
                in: database
            )
            try database.execute(
                sql: """
                    INSERT INTO user_feedback (prompt_id, rating, created_at) VALUES ('a', 2, '2025-01-01'), ('a', 4, '2025-02-01');
                    INSERT INTO metrics (prompt_id, token_usage) VALUES ('a', 100), ('a', 300), ('b', 50);
                    INSERT INTO enhancement_history (prompt_id, updated_content) VALUES ('b', 'x')
                    """
            )
        }
        store = try library.store()
    }

    private func found(_ text: String) throws -> String {
        let query = try PromptQuery(text)
        let request = PageRequest(
            order: PromptOrder(.usage, isDescending: false),
            query: query,
            anchor: .start,
            limit: 9
        )
        let ids = try store.page(request, cancellation: Cancellation()).rows.map(\.id).sorted().joined()
        #expect(try store.count(query: query, cancellation: Cancellation()) == ids.count, "\(text)")
        return ids
    }

    @Test func eachTermFindsWhatItSays() throws {
        let expected = [
            "": "abc", "rest": "ab", "rest -api": "b", "\"rest api\"": "a", "api OR nothing": "ac", "-rest": "c",
            "-(rest api)": "bc", "nosuch": "", "res*": "ab",
            "phase:solutio": "ab", "phase:SOLUTIO rest": "ab", "phase:none": "c", "phase:solutio,none": "abc",
            "-phase:solutio": "c", "phase:nosuch": "", "phase:sol": "", "persona:code": "a", "persona:none": "bc",
            "-persona:code": "bc", "model:O1": "c", "provider:openai": "abc", "provider:openai model:gpt": "ab",
            "tag:api": "ab", "tag:ap": "", "tag:\"two words\"": "a", "tag:web": "a", "tag:\"a,b\"": "b",
            "tag:café": "b",
            "tag:\"\\\"q\\\"\"": "b", "tag:none": "c", "tag:null": "", "-tag:api": "c", "tag:api tag:web": "a",
            "tag:web,café": "ab", "tag:%": "",
            "rating:4": "a", "rating:2": "", "rating:>=3": "a", "rating:none": "bc", "-rating:4": "bc",
            "is:unrated rest": "b",
            "score:>0.7": "a", "score:<0.5": "", "score:none": "b", "score:>=0": "a",
            "used:>10": "a", "used:0": "bc", "tokens:200": "a", "tokens:<100": "b", "tokens:none": "c",
            "since:2024-01-01": "abc", "since:2024-02-01": "bc", "before:2024-02-01": "a", "before:2024-01-01": "",
            "since:2024-03-01T10:00": "c", "since:2024-03-01T10:01": "",
            "before:2024-03-01T10:01 since:2024-03-01": "c",
            "changed:<7d": "a", "changed:>7d": "b", "changed:>=2026-01-01": "ab", "-changed:<7d": "bc", "since:1y": "",
            "has:embedding": "a", "has:history": "b", "has:feedback": "a", "has:parent": "b", "has:variants": "b",
            "has:history,feedback": "ab", "-has:history": "ac",
            "family:a": "abc", "family:c": "abc", "family:nosuch": "", "-family:a": "",
        ]
        for (text, ids) in expected { #expect(try found(text) == ids, "\(text)") }
    }

    @Test func anOrderInTheQueryGoesFirst() throws {
        let query = try PromptQuery("rest sort:created+")
        let request = PageRequest(order: PromptOrder(.usage), query: query, anchor: .start, limit: 9)
        #expect(try store.page(request, cancellation: Cancellation()).rows.map(\.id) == ["a", "b"])
    }

    @Test func facetsCountWhatChoosingAValueWouldFind() throws {
        for text in [
            "", "rest", "phase:solutio", "tag:api rating:4", "phase:nosuch", "has:history", "model:gpt,o1 -api",
        ] {
            let query = try PromptQuery(text)
            var streamed: [Facet] = []
            let facets = try store.facets(of: query, cancellation: Cancellation()) { streamed.append($0) }
            #expect(facets == streamed && facets.count == 7)
            for facet in facets {
                #expect(facet.counts.map(\.count) == facet.counts.map(\.count).sorted(by: >))
                for value in facet.counts {
                    let chosen = query.without(facet.field).toggling(facet.field, value.value)
                    let count = try store.count(query: chosen, cancellation: Cancellation())
                    // Values that differ in case only are told apart in the menu and found together.
                    let spelled = facet.counts.filter { "\($0.value)".lowercased() == "\(value.value)".lowercased() }
                    #expect(spelled.map(\.count).reduce(0, +) == count, "\(text): \(facet.field.name) \(value)")
                }
            }
        }
    }

    @Test func countingIsGivenUp() throws {
        let cancellation = Cancellation()
        cancellation.cancel()
        #expect(throws: StoreError.cancelled) { try store.facets(of: .all, cancellation: cancellation) }
    }
}
