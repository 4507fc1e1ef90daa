import PromptStore
import Testing

/// Texts that are queries, and the one form that each has.
struct QueryTextTests {
    /// A text and its canonical form.
    private static let forms: [(String, String)] = [
        // Words.
        ("", ""), ("   ", ""), ("api", "api"), ("  api  ", "api"), ("rest api", "rest api"), ("a\tb\nc", "a b c"),
        ("a\u{3000}b", "a b"), ("Ünïcödé", "Ünïcödé"), ("简洁", "简洁"), ("👩‍💻", "👩‍💻"), ("100 %", "100 %"),
        ("snake_case", "snake_case"), ("back\\slash", "back\\slash"), ("it's", "it's"), ("a,b", "a,b"),
        ("foo*", "foo*"), ("*", "*"), ("**", "**"), ("f*o", "f*o"), ("foo**", "\"foo*\"*"), ("#tag", "#tag"),
        ("a-b", "a-b"), ("--read-only", "\"--read-only\""), ("--", "\"--\""), ("---", "\"---\""), ("1", "1"),
        ("AND", "AND"), ("a AND b", "a AND b"), ("NOT a", "NOT a"), ("or", "or"), ("Or", "Or"), ("ORDER", "ORDER"),
        ("FOR", "FOR"), ("{{input}}", "{{input}}"), ("<b>", "<b>"), ("a\"b", "\"a\\\"b\""), ("é", "é"),
        // Signs inside words.
        ("foo_bar(", "\"foo_bar(\""), ("f(x)", "\"f(x)\""), ("f(x", "\"f(x\""), ("x)", "\"x)\""),
        ("f()()", "\"f()()\""), ("(f(x))", "\"f(x)\""), ("(a f(x) OR b)", "a \"f(x)\" OR b"),
        ("std::map", "std::map"), ("http://a.b/c", "http://a.b/c"), ("10:30", "10:30"), ("a_b:c", "a_b:c"),
        (":", ":"), (":phase", ":phase"), ("ä:b", "ä:b"), ("x1:b", "x1:b"), ("C::", "C::"), ("::", "::"),
        // Phrases.
        ("\"two words\"", "\"two words\""), ("\"one\"", "one"), ("\"\"", ""), ("a \"\" b", "a b"),
        ("\" \"", "\" \""), ("\"a\\\"b\"", "\"a\\\"b\""), ("\"a\\\\\"", "a\\"), ("\"a\\b\"", "a\\b"),
        ("\"two words\"*", "\"two words\"*"), ("\"one\"*", "one*"), ("\"\"*", "*"), ("\"OR\"", "\"OR\""),
        ("\"-a\"", "\"-a\""), ("\"phase:a\"", "\"phase:a\""), ("\"foo*\"", "\"foo*\""), ("\"(\"", "\"(\""),
        ("\"a\"b", "a b"), ("\"a\"\"b\"", "a b"), ("\"a\nb\"", "\"a\nb\""), ("\"sort:score\"", "\"sort:score\""),
        ("\"nosuch:a\"", "\"nosuch:a\""), ("\"http://a\"", "http://a"),
        // Contraries.
        ("-a", "-a"), ("-\"two words\"", "-\"two words\""), ("a -b", "a -b"), ("-a -b", "-a -b"), ("-a*", "-a*"),
        ("-(a b)", "-(a b)"), ("-(a OR b)", "-(a OR b)"), ("-(a)", "-a"), ("-(-a)", "a"), ("-((-(a)))", "a"),
        ("-\"\"", ""), ("-phase:a", "-phase:a"), ("-OR", "-\"OR\""), ("-\"-a\"", "-\"-a\""), ("(-a)", "-a"),
        // Alternatives and groups.
        ("a OR b", "a OR b"), ("a OR b OR c", "a OR b OR c"), ("a b OR c d", "a b OR c d"), ("a OR b c", "a OR b c"),
        ("(a OR b) c", "(a OR b) c"), ("a (b OR c)", "a (b OR c)"), ("(a b) OR c", "a b OR c"), ("(a b) c", "a b c"),
        ("((a))", "a"), ("(a OR (b OR c))", "a OR b OR c"), ("(a OR b) OR c", "a OR b OR c"), ("a(b", "\"a(b\""),
        ("(a)(b)", "a b"), ("(a)OR(b)", "a OR b"), ("(a)OR b", "a OR b"), ("a OR(b c)", "a OR b c"),
        ("((a OR b) (c OR d))", "(a OR b) (c OR d)"), ("-(a OR b) c", "-(a OR b) c"), ("( a )", "a"),
        ("(a OR -b)", "a OR -b"), ("\"a\"OR b", "a OR b"), ("a OR -(b c)", "a OR -(b c)"),
        // Fields with texts.
        ("phase:coagulatio", "phase:coagulatio"), ("PHASE:Solutio", "phase:Solutio"), ("phase:a,b", "phase:a,b"),
        ("phase:a,a", "phase:a"), ("phase:\"a b\"", "phase:\"a b\""), ("phase:\"a,b\"", "phase:\"a,b\""),
        ("phase:\"a b\",c,\"d\"", "phase:\"a b\",c,d"), ("phase:none", "phase:none"), ("phase:NONE", "phase:none"),
        ("phase:\"none\"", "phase:\"none\""), ("phase:\"\"", "phase:none"), ("phase:a,none", "phase:a,none"),
        ("phase:-a", "phase:-a"), ("phase:OR", "phase:OR"), ("phase:>a", "phase:>a"), ("phase:a:b", "phase:a:b"),
        ("provider:openai", "provider:openai"), ("model:gpt-4o", "model:gpt-4o"), ("model:f(x)", "model:\"f(x)\""),
        ("persona:code", "persona:code"), ("tag:api", "tag:api"), ("tag:api tag:web", "tag:api tag:web"),
        ("tag:c++", "tag:c++"), ("tag:a\"b", "tag:\"a\\\"b\""), ("family:0a1b", "family:0a1b"),
        ("family:none", "family:\"none\""), ("(phase:a)", "phase:a"), ("(phase:a OR tag:b)", "phase:a OR tag:b"),
        ("phase:\"a\"b", "phase:a b"), ("a phase:b c", "a phase:b c"), ("phase:é", "phase:é"), ("tag:*", "tag:*"),
        // Numbers.
        ("rating:4", "rating:4"), ("rating:=4", "rating:4"), ("rating:>=4", "rating:>=4"), ("rating:>4", "rating:>4"),
        ("rating:<=4", "rating:<=4"), ("rating:<4", "rating:<4"), ("rating:4,5", "rating:4,5"),
        ("rating:none", "rating:none"), ("rating:\"\"", "rating:none"), ("is:unrated", "rating:none"),
        ("IS:Unrated", "rating:none"), ("-is:unrated", "-rating:none"), ("rating:4.0", "rating:4"),
        ("rating:\"4\"", "rating:4"), ("score:>0.7", "score:>0.7"), ("score:>.7", "score:>0.7"),
        ("score:none", "score:none"), ("used:>10", "used:>10"), ("used:0", "used:0"), ("used:-0", "used:0"),
        ("used:>-1", "used:>-1"), ("tokens:<1e3", "tokens:<1000"), ("tokens:none", "tokens:none"),
        ("tokens:>1e300", "tokens:>1e+300"), ("used:+5", "used:5"), ("rating:<2,>4", "rating:<2,>4"),
        // Moments.
        ("since:2024-01-01", "since:2024-01-01"), ("since:2024-02-29", "since:2024-02-29"),
        ("before:2024-01-01T10:30", "before:2024-01-01T10:30:00"),
        ("since:\"2024-01-01 10:30\"", "since:2024-01-01T10:30:00"),
        ("since:2024-01-01T00:00", "since:2024-01-01"), ("since:7d", "since:7d"), ("before:2w", "before:2w"),
        ("since:12h", "since:12h"), ("since:3M", "since:3m"), ("before:1y", "before:1y"), ("since:0d", "since:0d"),
        ("changed:<7d", "changed:<7d"), ("changed:>=30d", "changed:>=30d"),
        ("changed:>2024-01-01", "changed:>2024-01-01"),
        ("changed:<=2024-01-01T23:59:59", "changed:<=2024-01-01T23:59:59"), ("since:007d", "since:7d"),
        // Words that fields know.
        ("has:embedding", "has:embedding"), ("has:History", "has:history"),
        ("has:feedback,parent", "has:feedback,parent"),
        ("-has:variants", "-has:variants"), ("has:\"history\"", "has:history"),
        // Orders.
        ("sort:score", "sort:score-"), ("sort:score-", "sort:score-"), ("sort:score+", "sort:score+"),
        ("sort:created+", "sort:created+"), ("sort:updated", "sort:updated-"), ("sort:rating", "sort:rating-"),
        ("SORT:Usage-", "sort:usage-"), ("a sort:score b", "a b sort:score-"),
        ("sort:score a OR b", "a OR b sort:score-"),
        // Together.
        (
            "phase:coagulatio tag:api,web rating:>=4 -\"as an AI\" (sql OR query*) changed:<7d sort:score-",
            "phase:coagulatio tag:api,web rating:>=4 -\"as an AI\" (sql OR query*) changed:<7d sort:score-"
        ),
    ]

    @Test func everyTextHasOneForm() throws {
        #expect(Self.forms.count > 180)
        for (text, form) in Self.forms {
            let query = try PromptQuery(text)
            #expect(query.text == form, "\(text)")
            #expect(try PromptQuery(form) == query, "\(text)")
        }
    }

    @Test func standingSideBySideBindsMoreThanOr() throws {
        let expected = QueryExpression.any([
            .all([.term(.text("a")), .term(.text("b"))]), .all([.term(.text("c")), .not(.term(.text("d")))]),
        ])
        #expect(try PromptQuery("a b OR c -d").expression == expected)
    }

    @Test func whatIsSoughtInTheTextIsWhatMustOrMayBeInIt() throws {
        #expect(try PromptQuery("a \"b c\" -d (e* OR f) phase:g -(h i)").soughtTexts == ["a", "b c", "e", "f"])
        #expect(PromptQuery.all.soughtTexts.isEmpty)
    }

    @Test(arguments: ["a b", "-x", "\"", "phase:a", "OR", "(", "\\\"", "%_", " ", "none", "*a*", "a)"])
    func anyTextCanBeTakenLiterally(text: String) throws {
        let query = PromptQuery(literally: text)
        #expect(query.soughtTexts == [text])
        #expect(try PromptQuery(query.text) == query)
    }
}
