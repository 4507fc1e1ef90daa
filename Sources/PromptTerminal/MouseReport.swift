import PromptBrowser

/// What a terminal tells of the mouse, as xterm's SGR mode has it: `button;column;line` and `M`, or `m` for a release.
struct MouseReport {
    private var numbers = [0]
    private var isRelease = false
    private var isBroken = false

    /// Takes in what follows the introduction.
    ///
    /// - Returns: whether it is the end.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9":
            let digit = Int(scalar.value) - 48
            numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + digit, 99_999)
            return false
        case ";" where numbers.count < 3:
            numbers.append(0)
            return false
        case "M": return true
        case "m":
            isRelease = true
            return true
        default:
            isBroken = true
            return true
        }
    }

    /// What it says; nil for other buttons, and for what is no report.
    var event: Event? {
        guard !isBroken, numbers.count == 3 else { return nil }
        // The bits for Shift, Alt and Control make no difference.
        let action: Mouse.Action? =
            switch numbers[0] & ~0b11100 {
            case 0: isRelease ? .release : .press
            case 32: .drag
            case 64: .wheelUp
            case 65: .wheelDown
            default: nil
            }
        return action.map { .mouse(Mouse($0, x: numbers[1] - 1, y: numbers[2] - 1)) }
    }
}
