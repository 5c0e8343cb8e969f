package kiro.code;

import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/// An operating system and a processor, as the names of native libraries call them.
///
/// @param prefix such as `x86_64-linux-gnu`
/// @param suffix such as `.so`
record Platform(String prefix, String suffix) {
    /// The platform that system properties describe; empty for one that no library is built for.
    ///
    /// @param system the property `os.name`
    /// @param processor the property `os.arch`
    static Optional<Platform> of(String system, String processor) {
        Optional<String> arch =
                switch (processor.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> Optional.of("x86_64");
                    case "aarch64", "arm64" -> Optional.of("aarch64");
                    default -> Optional.empty();
                };
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return arch.map(known -> new Platform(known + "-linux-gnu", ".so"));
        }
        if (name.startsWith("mac")) {
            return arch.map(known -> new Platform(known + "-macos", ".dylib"));
        }
        return name.startsWith("windows")
                ? arch.filter("x86_64"::equals)
                        .map(known -> new Platform(known + "-windows", ".dll"))
                : Optional.empty();
    }

    /// Whether the compilers of the platform lay out the parser's records as `SubtreeReader` reads them: those of
    /// Windows have rules of their own for fields of bits.
    boolean hasKnownForms() {
        return !suffix.equals(".dll") && ByteOrder.nativeOrder().equals(ByteOrder.LITTLE_ENDIAN);
    }

    /// The resource that holds a library.
    String resource(String library) {
        return "lib/" + prefix + "-" + library + suffix;
    }
}
