package kiro.steering.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Where modules of Rust are.
final class RustModules {
    private RustModules() {}

    /// The file of the module that a path leads into.
    ///
    /// @param from the file that has the path
    /// @param isFile whether the project has a file
    static Optional<String> file(String from, String path, Predicate<String> isFile) {
        List<String> parts = new ArrayList<>(List.of(path.split("::")));
        String folder;
        switch (parts.getFirst()) {
            case "crate" -> folder = root(from);
            case "self" -> folder = own(from);
            case "super" -> folder = parent(own(from));
            default -> {
                return Optional.empty();
            }
        }
        parts.removeFirst();
        while (!parts.isEmpty() && parts.getFirst().equals("super")) {
            folder = parent(folder);
            parts.removeFirst();
        }
        while (!parts.isEmpty()) {
            String place = folder + String.join("/", parts);
            if (isFile.test(place + ".rs")) {
                return Optional.of(place + ".rs");
            }
            if (isFile.test(place + "/mod.rs")) {
                return Optional.of(place + "/mod.rs");
            }
            parts.removeLast();
        }
        return Optional.empty();
    }

    /// The folder of the crate's sources, with a slash at its end.
    private static String root(String from) {
        int src = from.startsWith("src/") ? 0 : from.lastIndexOf("/src/") + 1;
        return src == 0 && !from.startsWith("src/") ? "" : from.substring(0, src) + "src/";
    }

    /// The folder that modules below this one are in.
    private static String own(String from) {
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        String name = from.substring(folder.length());
        return name.equals("mod.rs") || name.equals("lib.rs") || name.equals("main.rs")
                ? folder
                : folder + name.replaceFirst("\\.rs$", "") + "/";
    }

    private static String parent(String folder) {
        String plain = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
        return plain.substring(0, plain.lastIndexOf('/') + 1);
    }
}
