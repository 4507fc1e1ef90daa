/// A colour as a person may ask for it, whatever the terminal has.
public enum Colour: Hashable, Sendable {
    /// The terminal's own for text or for what is behind it.
    case standard
    /// One of the terminal's palette, 0 to 255; the first sixteen are those that have names.
    case palette(UInt8)
    /// A mixture, 0 to 255 each.
    case rgb(red: UInt8, green: UInt8, blue: UInt8)

    /// The names of the first sixteen, in order.
    public static let names = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red",
        "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
    ]

    /// The colour of this name: `standard`, one of the sixteen, 0 to 255, or `#rrggbb`; nil where it is none of them.
    public init?(named name: String) {
        if name == "standard" {
            self = .standard
        } else if let index = Self.names.firstIndex(of: name) {
            self = .palette(UInt8(index))
        } else if let number = UInt8(name) {
            self = .palette(number)
        } else {
            guard name.first == "#", name.utf8.count == 7,
                name.dropFirst().allSatisfy(\.isHexDigit), let value = UInt32(name.dropFirst(), radix: 16)
            else {
                return nil
            }
            self = .rgb(
                red: UInt8(value >> 16 & 0xFF),
                green: UInt8(value >> 8 & 0xFF),
                blue: UInt8(value & 0xFF)
            )
        }
    }

    /// The name from which the same colour can be read.
    public var name: String {
        switch self {
        case .standard: return "standard"
        case .palette(let number): return number < 16 ? Self.names[Int(number)] : "\(number)"
        case .rgb(let red, let green, let blue):
            let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
            let digits = String(value, radix: 16)
            return "#" + String(repeating: "0", count: 6 - digits.count) + digits
        }
    }

    /// The number by which a terminal knows the colour, or the one nearest to it that it has.
    ///
    /// - Parameter count: the colours that the terminal has: 8, 16, 256, or more where it takes 0xRRGGBB.
    /// - Returns: -1 for the terminal's own.
    public func number(of count: Int) -> Int {
        switch self {
        case .standard: return -1
        case .palette(let number) where Int(number) < min(count, 256) && (count <= 256 || number < 8):
            return Int(number)
        case .palette(let number) where number < 16 && count <= 256: return Int(number) - 8
        case .palette(let number): return Self.nearest(to: Self.mixture(Int(number)), of: count)
        case .rgb(let red, let green, let blue):
            return Self.nearest(to: (Int(red), Int(green), Int(blue)), of: count)
        }
    }

    private typealias Mixture = (red: Int, green: Int, blue: Int)

    private static func nearest(to wanted: Mixture, of count: Int) -> Int {
        if count > 256 { return wanted.red << 16 | wanted.green << 8 | wanted.blue }
        // What the first sixteen look like is up to the terminal: where there are others, they are surer.
        let candidates = count == 256 ? 16..<256 : 0..<max(1, count)
        func distance(_ number: Int) -> Int {
            let other = mixture(number)
            let (red, green, blue) = (other.red - wanted.red, other.green - wanted.green, other.blue - wanted.blue)
            return red * red + green * green + blue * blue
        }
        return candidates.min { distance($0) < distance($1) } ?? -1
    }

    /// What xterm mixes a colour of its palette from: sixteen with names, a cube of 6x6x6, and 24 shades of grey.
    private static func mixture(_ number: Int) -> Mixture {
        switch number {
        case 7: return (229, 229, 229)
        case 8: return (127, 127, 127)
        case 0..<16:
            let strength = number < 8 ? 205 : 255
            return (number & 1 != 0 ? strength : 0, number & 2 != 0 ? strength : 0, number & 4 != 0 ? strength : 0)
        case 16..<232:
            let level = { (step: Int) in step == 0 ? 0 : 55 + 40 * step }
            let place = number - 16
            return (level(place / 36), level(place / 6 % 6), level(place % 6))
        default:
            let grey = 8 + 10 * (number - 232)
            return (grey, grey, grey)
        }
    }
}
