package kiro.sandbox.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiro.sandbox.store.LinkedTree.How;

/// Cargo: the person's settings, the packages that were downloaded and what the registry said of them are linked. Packages from
/// git are fetched anew, so where nothing can be fetched it reads the person's folder as it is.
final class CargoStore implements StoreTool {
    private static final String NAME = "cargo";
    private static final Set<String> FILES = Set.of("Cargo.toml");
    private static final String PROGRAMS = "cargo";

    @Override
    public Map<String, String> variables(Scene scene) throws IOException {
        Path own = scene.folder("CARGO_HOME", scene.places().people().home().resolve(".cargo"));
        boolean isOfUse = scene.hasNetwork() || scene.has(NAME);
        return isOfUse && !scene.isWritable(own) && scene.isAbout(FILES, PROGRAMS)
                ? Map.of("CARGO_HOME", scene.place(NAME, folder -> fill(folder, own)).toString())
                : Map.of();
    }

    private static void fill(Path folder, Path own) throws IOException {
        for (String name : List.of("config.toml", "config", "bin", "env")) {
            if (Files.exists(own.resolve(name))) {
                Files.createSymbolicLink(folder.resolve(name), own.resolve(name));
            }
        }
        LinkedTree.make(
                own.resolve("registry/cache"),
                folder.resolve("registry/cache"),
                file -> file.toString().endsWith(".crate") ? How.LINKED : How.LEFT_OUT);
        Path indexes = own.resolve("registry/index");
        if (!Files.isDirectory(indexes)) {
            return;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(indexes)) {
            for (Path index : each) {
                if (Files.notExists(index.resolve(".git"))) {
                    LinkedTree.make(
                            index,
                            folder.resolve("registry/index").resolve(index.getFileName()),
                            file -> file.startsWith(".cache") ? How.LINKED : How.COPIED);
                }
            }
        }
    }
}
