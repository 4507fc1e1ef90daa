import Testing

@testable import PromptBrowser

/// The width table against the C library's, over all of Unicode.
@Suite struct ScalarWidthTests {
    private static let all = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)

    /// Leaves out what never reaches a cell as itself: controls, the soft hyphen, invisible scalars,
    /// variation selectors, the joiner, and what is unknown (the next test says what that is).
    @Test func whatIsDrawnIsAsWideAsTheTerminalThinks() {
        let wrong = Self.all.filter { scalar in
            switch ScalarKind(scalar) {
            case .visible(let width):
                TerminalWidth.of(scalar) != width
            case .mark, .hangulTail:
                TerminalWidth.of(scalar) != 0
            case .control, .softHyphen, .invisible, .variationSelector, .joiner, .unknown:
                false
            }
        }
        #expect(wrong.map { String($0.value, radix: 16) } == [])
    }

    @Test func onlyPrivateUnassignedAndNewScalarsAreUnknown() {
        let wrong = Self.all.filter { scalar in
            guard ScalarKind(scalar) == .unknown else { return false }
            let isNew = scalar.properties.age.map { $0.major > ScalarKind.newestVersion } ?? true
            return !isNew && scalar.properties.generalCategory != .privateUse
                && !scalar.properties.isNoncharacterCodePoint
        }
        #expect(wrong.map { String($0.value, radix: 16) } == [])
    }

    /// The table itself, unknown scalars included. Format characters, which are always spelled out,
    /// are left out because glibc draws a few of them, such as U+0600, and so are controls.
    @Test func tableHoldsForAllTheTerminalKnows() {
        let wrong = Self.all.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: return false
            default: break
            }
            guard scalar.properties.age.map({ $0.major <= 15 }) ?? false else { return false }
            guard let width = TerminalWidth.of(scalar), width >= 0 else { return false }
            return ScalarWidth.of(scalar) != width
        }
        #expect(wrong.map { String($0.value, radix: 16) } == [])
    }

    /// The C library need not know Unicode 15 yet, so its properties stand in.
    @Test func tableHoldsForUnicode15() {
        let new = Self.all.filter { $0.properties.age?.major == 15 && $0.properties.age?.minor == 0 }
        let wrong = new.filter { ScalarWidth.of($0) != Self.expectedWidth($0) }
        #expect(new.count == 4489)
        #expect(wrong.map { String($0.value, radix: 16) } == [])
    }

    private static func expectedWidth(_ scalar: Unicode.Scalar) -> Int {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format:
            return 0
        default:
            let isKana = (0x1B000...0x1B2FF).contains(scalar.value)
            return properties.isEmojiPresentation || properties.isIdeographic || isKana ? 2 : 1
        }
    }
}
