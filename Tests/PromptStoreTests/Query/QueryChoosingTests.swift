import PromptStore
import Testing

/// A query is changed without typing.
struct QueryChoosingTests {
    @Test(arguments: [
        ("", "phase:a"), ("phase:b", "phase:b,a"), ("phase:a", ""), ("phase:a,b", "phase:b"), ("word", "word phase:a"),
        ("-phase:a", "-phase:a phase:a"), ("x OR y", "(x OR y) phase:a"),
        ("(phase:a OR y) z", "(phase:a OR y) z phase:a"),
        ("phase:none tag:x", "phase:none,a tag:x"), ("x sort:score", "x phase:a sort:score-"),
    ])
    func aValueIsChosenAndChosenNoLonger(text: String, expected: String) throws {
        let toggled = try PromptQuery(text).toggling(.phase, "a")
        #expect(toggled.text == expected)
        #expect(try PromptQuery(expected) == toggled)
    }

    @Test func togglingTwiceLeadsBack() throws {
        for text in ["", "word", "phase:b", "x OR y", "tag:x rating:4"] {
            let query = try PromptQuery(text)
            #expect(query.toggling(.phase, "a").toggling(.phase, "a") == query)
            #expect(query.toggling(.rating, .none).toggling(.rating, .none) == query)
        }
    }

    @Test func whatIsChosenIsKnown() throws {
        let query = try PromptQuery("phase:a,none is:unrated -tag:x (model:y OR z)")
        #expect(query.chosen(.phase) == [.text("a"), .none])
        #expect(query.chosen(.rating) == [.none])
        #expect(query.chosen(.tag).isEmpty && query.chosen(.model).isEmpty)
    }

    @Test func conjunctsAreTheTermsOfTheBreadcrumb() throws {
        let query = try PromptQuery("a -b (c OR d) phase:e sort:score")
        #expect(query.conjuncts.count == 4)
        #expect(query.removing(conjunct: 2).text == "a -b phase:e sort:score-")
        #expect(query.removing(conjunct: 9) == query)
        #expect(try PromptQuery("a OR b").conjuncts.count == 1)
        #expect(try PromptQuery("a").removing(conjunct: 0).isEmpty)
        #expect(PromptQuery.all.conjuncts.isEmpty)
    }

    @Test func aFacetIsCountedWithoutItsOwnTerms() throws {
        #expect(try PromptQuery("a phase:b -phase:c tag:d").without(.phase).text == "a -phase:c tag:d")
    }

    @Test func queriesAreJoined() throws {
        #expect(try PromptQuery("a OR b").and(PromptQuery("c d sort:score")).text == "(a OR b) c d sort:score-")
        #expect(try PromptQuery.all.and(PromptQuery("a")).text == "a")
    }
}
