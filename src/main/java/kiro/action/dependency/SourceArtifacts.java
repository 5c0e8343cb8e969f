package kiro.action.dependency;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kiro.code.TreeSitter;

/// Sources that Go and Cargo have fetched.
record SourceArtifacts(DependencyStores stores, TreeSitter parser, boolean isGo)
        implements Artifacts {
    @Override
    public Optional<PublicApi> api(String name, String version) {
        return isGo ? go(name, version) : cargo(name, version);
    }

    private Optional<PublicApi> go(String name, String version) {
        Path modules =
                stores.environment().containsKey("GOMODCACHE")
                        ? stores.folder("GOMODCACHE", "", "go/pkg/mod")
                        : stores.folder("GOPATH", "pkg/mod", "go/pkg/mod");
        Path folder = modules.resolve(escaped(name) + "@" + escaped(version));
        return Files.isDirectory(folder)
                ? ArtifactFiles.ofFolder(folder, GoApi::isWanted)
                        .flatMap(files -> GoApi.read(name, files, parser))
                : Optional.empty();
    }

    /// Go writes a capital letter as a mark and the small one.
    private static String escaped(String name) {
        return name.codePoints()
                .mapToObj(each ->
                        Character.isUpperCase(each)
                                ? "!" + Character.toString(Character.toLowerCase(each))
                                : Character.toString(each))
                .reduce("", String::concat);
    }

    private Optional<PublicApi> cargo(String name, String version) {
        Path sources = stores.folder("CARGO_HOME", "registry/src", ".cargo/registry/src");
        try (DirectoryStream<Path> registries = Files.newDirectoryStream(sources)) {
            for (Path registry : registries) {
                Path folder = registry.resolve(name + "-" + version);
                if (Files.isDirectory(folder)) {
                    return ArtifactFiles.ofFolder(folder, RustApi::isWanted)
                            .flatMap(files -> RustApi.read(name, files, parser));
                }
            }
        } catch (IOException notThere) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public String remedy(String name, String version) {
        return isGo ? "go mod download %s@%s".formatted(name, version) : "cargo fetch";
    }
}
