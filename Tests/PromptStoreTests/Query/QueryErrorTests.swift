import PromptStore
import Testing

/// Texts that are no queries, and what is said of them.
struct QueryErrorTests {
    /// A text, the part of it that is wrong, and how the sentence begins.
    private static let faults: [(text: String, wrong: String, sentence: String)] = [
        ("phse:a", "phse:", "There is no field “phse:”; there are phase: provider: "),
        ("a nosuch:b c", "nosuch:", "There is no field “nosuch:”"),
        ("system:", "system:", "There is no field “system:”"),
        ("-foo:a", "foo:", "There is no field “foo:”"), ("(a OR x:y)", "x:", "There is no field “x:”"),
        ("phase:", "phase:", "“phase:” asks for nothing yet; write phase:word or phase:\"two words\", or none."),
        ("phase: a", "phase:", "“phase:” asks"), ("a phase:", "phase:", "“phase:” asks"),
        ("phase:a,", "phase:a,", "“phase:” asks"), ("phase:,a", "phase:", "“phase:” asks"),
        ("phase:a,,b", "phase:a,", "“phase:” asks"), ("(phase:)", "phase:", "“phase:” asks"),
        ("family:", "family:", "“family:” asks for nothing yet; write family:word or family:\"two words\"."),
        ("family:\"\"", "family:\"\"", "“family:” asks"), ("rating:", "rating:", "“rating:” asks"),
        ("rating:>=", ">=", "“rating:” asks for nothing yet; write rating:4 or rating:>=4, or none."),
        ("used:>", ">", "“used:” asks for nothing yet; write used:4 or used:>=4."),
        ("rating:good", "good", "“good” is not a number; write rating:4 or rating:>=4, or none."),
        ("rating:>=x", ">=x", "“x” is not"), ("rating:4x", "4x", "“4x” is not"), ("rating:4,x", "x", "“x” is not"),
        ("score:0,7,a", "a", "“a” is not"), ("score:nan", "nan", "“nan” is not"), ("score:inf", "inf", "“inf” is not"),
        ("score:0x10", "0x10", "“0x10” is not"), ("score:1e999", "1e999", "“1e999” is not"),
        ("score:--1", "--1", "“--1” is"),
        ("used:none", "none", "“none” is not"), ("rating:4 OR rating:a", "a", "“a” is not"),
        ("rating:\"none\"", "\"none\"", "“none” is not"), ("tokens:1_000", "1_000", "“1_000” is not"),
        ("since:2024", "2024", "“2024” is neither a date nor an age; write since:2024-01-31 or since:7d."),
        ("since:2024-13-01", "2024-13-01", "“2024-13-01” is neither"),
        ("since:2024-02-30", "2024-02-30", "“2024-02-30” is"),
        ("since:2023-02-29", "2023-02-29", "“2023-02-29” is"),
        ("since:yesterday", "yesterday", "“yesterday” is neither"),
        ("since:d", "d", "“d” is neither"), ("since:-7d", "-7d", "“-7d” is neither"),
        ("since:7x", "7x", "“7x” is neither"),
        ("since:1234567d", "1234567d", "“1234567d” is"), ("since:>2024-01-01", ">2024-01-01", "“>2024-01-01” is"),
        ("since:2024-01-01T10:30Z", "2024-01-01T10:30Z", "“2024-01-01T10:30Z” is"),
        ("since:2024-01-01T10:30:00.5", "2024-01-01T10:30:00.5", "“2024-01-01T10:30:00.5” is"),
        ("since:9999-12-31T24:00", "9999-12-31T24:00", "“9999-12-31T24:00” is"),
        ("before:", "before:", "“before:” asks"),
        ("before:2024-1-1", "2024-1-1", "“2024-1-1” is"), ("since:none", "none", "“none” is neither"),
        ("since:2024-01-01,x", "x", "“x” is neither"), ("changed:<x", "<x", "“x” is neither"),
        ("changed:7d", "7d", "“changed:” needs < or > before its value; write changed:<7d or changed:>=2024-01-31."),
        ("changed:2024-01-01", "2024-01-01", "“changed:” needs"), ("changed:<", "<", "“changed:” asks"),
        ("changed:", "changed:", "“changed:” asks"), ("changed:=7d", "=7d", "“changed:” needs"),
        ("has:", "has:", "“has:” asks for nothing yet; write has: and one of embedding, history, "),
        ("has:children", "children", "“has:” knows no “children”; write one of embedding, history, feedback, "),
        ("has:history,x", "x", "“has:” knows no “x”"), ("has:none", "none", "“has:” knows no “none”"),
        ("is:rated", "rated", "“is:” knows no “rated”; write one of unrated."), ("is:", "is:", "“is:” knows no “”"),
        ("a is:", "is:", "“is:” knows no “”"), ("is:unrated,x", "unrated,x", "“is:” knows no “unrated,x”"),
        ("sort:", "sort:", "“sort:” knows no “”; write one of created, updated, score, rating, usage."),
        ("sort:size", "size", "“sort:” knows no “size”"), ("sort:-", "-", "“sort:” knows no “”"),
        ("sort:score,used", "score,used", "“sort:” knows no “score,used”"),
        ("sort:score--", "score--", "“sort:” knows"),
        ("(a sort:score)", "sort:score", "“sort:” orders the whole list; write it outside"),
        ("-sort:score", "sort:score", "“sort:” orders"), ("-(sort:score)", "sort:score", "“sort:” orders"),
        ("sort:score sort:usage", "sort:usage", "The list can have one order only; leave one “sort:” out."),
        ("sort:score a sort:score", "sort:score", "The list can have"),
        ("\"", "\"", "This quotation has no end; write another \" behind it."), ("\"a b", "\"a b", "This quotation"),
        ("a \"b", "\"b", "This quotation"), ("\"a\\\"", "\"a\\\"", "This quotation"), ("-\"a", "\"a", "This quotation"),
        ("phase:\"a", "\"a", "This quotation"), ("phase:a,\"b c", "\"b c", "This quotation"),
        ("(\"a)", "\"a)", "This quota"),
        ("(", "(", "This parenthesis is not closed; write a ) behind what belongs together."),
        ("(a", "(", "This parenthesis is not"), ("a (b OR c", "(", "This parenthesis is not"),
        ("((a)", "(", "This parenth"),
        ("-(a", "(", "This parenthesis is not"), ("(f(x)", "(", "This parenthesis is not"),
        ("( ", "(", "This parenthesis"),
        (")", ")", "There is no ( for this ); leave it out, or put it into quotes."), ("a )", ")", "There is no ( for"),
        ("(a))", ")", "There is no ( for"), ("(a) b )", ")", "There is no ( for"), ("\"a\")", ")", "There is no ( for"),
        ("()", "()", "There is nothing in these parentheses; write what belongs together, or leave them out."),
        ("a () b", "()", "There is nothing"), ("( )", "( )", "There is nothing"), ("-()", "()", "There is nothing"),
        ("(())", "()", "There is nothing"), ("(\"\")", "(\"\")", "There is nothing"),
        ("OR", "OR", "OR stands between two things; write something on both sides, or “\"OR\"” for the word."),
        ("OR a", "OR", "OR stands"), ("a OR", "OR", "OR stands"), ("a OR OR b", "OR", "OR stands"),
        ("(a OR)", "OR", "OR st"),
        ("(OR a)", "OR", "OR stands"), ("a OR sort:score", "OR", "OR stands"), ("a OR \"\"", "OR", "OR stands"),
        ("-", "-", "A minus stands right before what is not wanted; write a word behind it, or put it into quotes."),
        ("a -", "-", "A minus"), ("- a", "-", "A minus"), ("(-)", "-", "A minus"), ("a - b", "-", "A minus"),
        ("é phse:x", "phse:", "There is no field"), ("👩‍💻 phse:x", "phse:", "There is no field"),
        ("\r\n phse:x", "phse:", "There is no field"), ("e\u{301} - x", "-", "A minus"),
    ]

    @Test func everyFaultHasItsPlaceAndASentence() throws {
        #expect(Self.faults.count > 100)
        for (text, wrong, sentence) in Self.faults {
            let error = try #require(throws: QueryError.self, "\(text)") { try PromptQuery(text) }
            let characters = Array(text)
            #expect(String(characters[error.range]) == wrong, "\(text)")
            #expect(error.sentence.hasPrefix(sentence), "\(text): \(error.sentence)")
        }
    }

    @Test func theFaultIsWhereItIsAmongLikeParts() throws {
        let places = [("sort:score sort:score", 11..<21), ("((a)", 0..<1), ("(a) b )", 6..<7), ("a OR OR b", 5..<7)]
        for (text, range) in places {
            #expect(throws: QueryError.self) { try PromptQuery(text) }
            do throws(QueryError) { _ = try PromptQuery(text) } catch { #expect(error.range == range, "\(text)") }
        }
    }

    @Test func aQueryHasItsBounds() throws {
        func fault(_ text: String) -> QueryError.Fact? {
            do throws(QueryError) {
                _ = try PromptQuery(text)
                return nil
            } catch {
                return error.fact
            }
        }
        #expect(fault(String(repeating: "a ", count: 200)) == nil)
        #expect(fault(String(repeating: "a ", count: 201)) == .tooManyTerms)
        #expect(fault("tag:" + String(repeating: "a,b,", count: 100) + "c") == .tooManyTerms)
        #expect(fault(String(repeating: "(", count: 20) + "a" + String(repeating: ")", count: 20)) == nil)
        #expect(fault(String(repeating: "(", count: 21) + "a" + String(repeating: ")", count: 21)) == .tooDeep)
        #expect(fault(String(repeating: "-(", count: 300)) == .tooDeep)
        #expect(fault(String(repeating: "a", count: 4000)) == nil)
        #expect(fault(String(repeating: "a", count: 4001)) == .tooLong)
        let bounds: [QueryError.Fact] = [.tooManyTerms, .tooDeep, .tooLong]
        let texts = [
            String(repeating: "a ", count: 201), String(repeating: "(", count: 99), String(repeating: "a", count: 5000),
        ]
        for (text, fact) in zip(texts, bounds) {
            let error = try #require(throws: QueryError.self) { try PromptQuery(text) }
            #expect(error.fact == fact)
            #expect(error.sentence.contains("at most") || error.sentence.contains("At most"))
        }
    }
}
