import Foundation

/// The escape sequence that asks a terminal to put something on its clipboard.
enum OSC52 {
    /// The most bytes that go into one: terminals stop at sequences of 100,000.
    static let limit = 74_994

    /// The sequence for these bytes.
    ///
    /// - Parameter isInTmux: whether tmux is in between, which lets it through in an envelope if it is set up to, and
    ///   else takes the bare one if it is set up for that.
    static func sequence(_ bytes: [UInt8], isInTmux: Bool) -> String {
        let bare = "\u{1B}]52;c;\(Data(bytes).base64EncodedString())\u{07}"
        return isInTmux ? bare + "\u{1B}Ptmux;\u{1B}" + bare + "\u{1B}\\" : bare
    }
}
