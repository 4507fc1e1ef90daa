import PromptStore
import PromptTestSupport
import Testing

/// What is stored in columns and tables that the documentation does not know can be read, too.
struct FurtherFieldsTests {
    private let directory: TemporaryDirectory
    private let path: String

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.file("prompts.db")
    }

    private func rows(_ generation: Generation, _ sql: String, of id: String = "p0") throws -> [String] {
        try generation.create(at: path)
        let hash = generation.isEnhanced ? ("content_hash, ", "'hash' || column1, ") : ("", "")
        try OtherProgram(path).execute(
            """
            INSERT INTO prompts (\(hash.0)id, content, phase, provider, model, created_at, updated_at)
              SELECT \(hash.1)column1, 'text of ' || column1, 'solutio', 'openai', 'o1', 1752055872, 1752055872
              FROM (VALUES ('p0'), ('p1'));
            \(sql)
            """
        )
        let store = try PromptStore(path: path, isReadOnly: true)
        return try store.dossier(of: id).detail.furtherRows.map { row in
            "\(row.table): " + row.fields.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
        }
    }

    @Test func contextsAndMetricsOfTheOldestFiles() throws {
        let rows = try rows(
            .s0,
            """
            INSERT INTO context (id, prompt_id, context_type, content, relevance_score, created_at)
              VALUES ('c', 'p0', 'file', 'main.go', 0.5, 'yesterday'), ('d', 'p1', 'file', 'other', 0, 'then');
            INSERT INTO metrics (id, prompt_id, conversion_rate, created_at, updated_at)
              VALUES ('m', 'p0', 0.25, 'then', 'then');
            INSERT INTO model_metadata (id, prompt_id, generation_model, generation_provider, cost, created_at)
              VALUES ('g', 'p0', 'o1', 'openai', 0.125, 'then');
            """
        )
        #expect(
            rows == [
                "context: context_type=file content=main.go relevance_score=0.5 created_at=yesterday",
                "metrics: conversion_rate=0.25 engagement_score=0.0 token_usage=0 response_time=0 usage_count=0 "
                    + "created_at=then updated_at=then",
                "model_metadata: generation_model=o1 generation_provider=openai processing_time=0 input_tokens=0 "
                    + "output_tokens=0 total_tokens=0 cost=0.125 created_at=then",
            ]
        )
    }

    @Test(arguments: [Generation.s1, .s2])
    func relationshipsAreThoseOfBothEnds(generation: Generation) throws {
        let sql = """
            INSERT INTO prompt_relationships VALUES ('r', 'p0', 'p1', 'derived_from', 0.75, 'why', 1752055872);
            """
        let expected = "relationship_type=derived_from strength=0.75 context=why created_at=2025-07-09 10:11:12"
        #expect(try rows(generation, sql) == ["prompt_relationships: target_prompt_id=p1 \(expected)"])
        let store = try PromptStore(path: path, isReadOnly: true)
        let other = try #require(try store.dossier(of: "p1").detail.furtherRows.first)
        #expect(other.fields.first?.name == "source_prompt_id" && other.fields.first?.value == "p0")
    }

    @Test func usesOfAPromptAreThere() throws {
        let rows = try rows(
            .s1,
            """
            INSERT INTO usage_analytics VALUES ('u', 'p0', TRUE, 'p1', 'a run', 0.5, 'then');
            """
        )
        #expect(
            rows == [
                "usage_analytics: used_in_generation=1 generated_prompt_id=p1 usage_context=a run "
                    + "effectiveness_score=0.5 created_at=then"
            ]
        )
    }

    @Test func manyRowsAreCutAndLongValuesToo() throws {
        let rows = try rows(
            .s0,
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 24)
            INSERT INTO context (id, prompt_id, context_type, content, created_at)
              SELECT 'c' || i, 'p0', 'file', replace(hex(zeroblob(5000)), '00', 'ab'), 0 FROM n;
            """
        )
        #expect(rows.count == 21)
        #expect(rows.last == "context: more=rows than are shown")
        #expect(rows.first?.contains(" content=" + String(repeating: "ab", count: 2000) + "… ") == true)
    }

    @Test func aFileAsDocumentedHasNone() throws {
        let rows = try rows(.documented, "INSERT INTO metrics (prompt_id, token_usage) VALUES ('p0', 3);")
        #expect(rows.isEmpty)
    }

    @Test func whatMadeVectorsThatAreElsewhereIsShown() throws {
        _ = try rows(.s2, "UPDATE prompts SET embedding_model = 'ada', embedding_provider = 'openai';")
        let further = try PromptStore(path: path, isReadOnly: true).dossier(of: "p0").detail.further
        #expect(further.contains { $0.name == "embedding_model" && $0.value == "ada" })
        #expect(further.contains { $0.name == "embedding_provider" && $0.value == "openai" })
    }
}
