package kiro.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A program that plays `secret-tool` and `security`, keeps what it is given in files beside it, and writes down its arguments.
public final class FakeKeyring {
    private static final String SECRET_TOOL =
            """
            #!/bin/sh
            here=$(dirname "$0")
            echo "$*" >> "$here/arguments"
            for last; do :; done
            if [ -f "$here/locked" ]; then echo 'Cannot create an item in a locked collection' >&2; exit 1; fi
            case $1 in
              store) cat > "$here/kept-$last" ;;
              lookup) [ -f "$here/kept-$last" ] && cat "$here/kept-$last" ;;
              clear) rm -f "$here/kept-$last" ;;
            esac
            """;

    /// Takes `-X` in hexadecimal digits by standard input, as the real one does, whose exit code then says nothing.
    private static final String SECURITY =
            """
            #!/bin/sh
            here=$(dirname "$0")
            echo "$*" >> "$here/arguments"
            case $1 in
              -i) read -r _ _ _ name _ _ _ hex
                  [ -f "$here/locked" ] || printf '%s' "$hex" | sed 's/../\\\\x&/g' | xargs -0 printf > "$here/kept-$name" ;;
              find-generic-password) [ -f "$here/kept-$3" ] && cat "$here/kept-$3" && echo ;;
              delete-generic-password) rm -f "$here/kept-$3" ;;
            esac
            """;

    private final Path folder;

    private FakeKeyring(Path folder) {
        this.folder = folder;
    }

    /// @param folder to be the first of the search path
    public static FakeKeyring in(Path folder) throws IOException {
        Files.createDirectories(folder);
        program(folder.resolve("secret-tool"), SECRET_TOOL);
        program(folder.resolve("security"), SECURITY);
        return new FakeKeyring(folder);
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    public String path() {
        return folder + ":/usr/bin:/bin";
    }

    /// From now on it keeps nothing, and gives nothing out.
    public void lock() throws IOException {
        Files.writeString(folder.resolve("locked"), "");
    }

    /// What the programs were called with.
    public String arguments() throws IOException {
        return Files.readString(folder.resolve("arguments"));
    }

    /// What is kept under a name; empty for nothing.
    public String kept(String name) throws IOException {
        Path file = folder.resolve("kept-" + name);
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
