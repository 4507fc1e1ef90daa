import Foundation
import PromptTestSupport
import Testing

@testable import PromptStore

/// What is said of the place where a library is.
struct FileConcernTests {
    private let library: ScratchLibrary

    init() throws {
        library = try ScratchLibrary()
        #expect(chmod(library.directory.path, 0o700) == 0)
    }

    @Test func aNewLibraryInADirectoryOfItsOwnersIsInOrder() { #expect(FileConcern.all(of: library.path) == []) }

    @Test func aFileAndADirectoryThatOthersMayReadAreNamed() throws {
        #expect(chmod(library.path, 0o644) == 0 && chmod(library.directory.path, 0o755) == 0)
        let concerns = FileConcern.all(of: library.path)
        let directory = library.directory.path
        #expect(
            concerns == [
                .openToOthers(path: library.path, mode: 0o644, isDirectory: false),
                .openToOthers(path: directory, mode: 0o755, isDirectory: true),
            ]
        )
        #expect(concerns.map(\.isUrgent) == [true, false])
        #expect(FileConcern.openToOthers(path: directory, mode: 0o775, isDirectory: true).isUrgent)
        #expect(try library.store().examination().concerns == concerns)
    }

    @Test(arguments: [
        (
            FileConcern.openToOthers(path: "/d/l.db", mode: 0o644, isDirectory: false),
            "Others on this machine may get at /d/l.db, whose mode is 644; mend that with: chmod 600 /d/l.db"
        ),
        (
            .openToOthers(path: "/d's", mode: 0o755, isDirectory: true),
            "Others on this machine may get at /d's, whose mode is 755; mend that with: chmod 700 '/d'\\''s'"
        ),
        (
            .network(path: "/d/l.db", kind: "nfs"),
            "/d/l.db is on a network filesystem (nfs), where locks may not hold; have it open on one machine at a time, or move it to a local disk."
        ),
    ])
    func eachHasItsSentence(concern: FileConcern, sentence: String) { #expect(concern.sentence == sentence) }

    @Test(arguments: [
        ("nfs4", true), ("cifs", true), ("9p", true), ("fuse.sshfs", true), ("ext4", false), ("fuse.ntfs-3g", false),
        ("fuse", false), ("overlay", false),
    ])
    func networkFilesystemsAreTold(type: String, isNetwork: Bool) {
        #expect(Filesystem(type: type).isNetwork == isNetwork)
    }

    @Test func theKindOfAMountIsFoundByItsDevice() throws {
        let mounts = """
            25 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
            36 25 0:42 / /home/x/far rw,nosuid shared:9 - fuse.sshfs host: rw,user_id=0
            """
        let file = try #require(FileIdentity(listed: "00:2a:7"))
        #expect(Filesystem(of: file, in: mounts)?.type == "fuse.sshfs")
        #expect(Filesystem(of: file, in: "") == nil)
        #expect(Filesystem(of: library.path)?.isNetwork != true)
        #expect(Filesystem(of: library.path + "-none") == nil)
    }
}
