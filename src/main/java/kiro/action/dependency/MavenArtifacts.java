package kiro.action.dependency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Jars in the local repository of Maven and in the cache of Gradle.
final class MavenArtifacts implements Artifacts {
    private static final Pattern LOCAL =
            Pattern.compile("<localRepository>\\s*([^<]+?)\\s*</localRepository>");

    /// No name leads out of the folders that are looked into.
    private static final Pattern PLAIN = Pattern.compile("(?!.*\\.\\.)[\\w.+-]{1,400}");

    private final DependencyStores stores;

    MavenArtifacts(DependencyStores stores) {
        this.stores = stores;
    }

    @Override
    public Optional<PublicApi> api(String name, String version) throws InterruptedException {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        var artifact =
                new Pom.Artifact(name.substring(0, colon), name.substring(colon + 1), version);
        Optional<Path> jar = file(artifact, ".jar");
        if (jar.isPresent()) {
            return JarReader.read(jar.get());
        }
        return pom(artifact).filter(MavenArtifacts::isList).isPresent()
                ? Optional.of(PublicApi.of(List.of(), Map.of(), 0))
                : Optional.empty();
    }

    /// Whether there are no classes to it: a parent, or a list of versions.
    private static boolean isList(Pom pom) {
        return !pom.managed().isEmpty();
    }

    /// What an artifact says of itself, where that is at hand.
    Optional<Pom> pom(Pom.Artifact artifact) {
        Optional<Path> file = file(artifact, ".pom");
        try {
            return file.isPresent() ? Pom.read(Files.readAllBytes(file.get())) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Path> file(Pom.Artifact wanted, String end) {
        String group = wanted.group();
        String artifact = wanted.name();
        String version = wanted.version();
        boolean isPlain =
                PLAIN.matcher(group + artifact).matches() && PLAIN.matcher(version).matches();
        if (!isPlain) {
            return Optional.empty();
        }
        String file = artifact + "-" + version + end;
        Path ours =
                repository()
                        .resolve(group.replace('.', '/'))
                        .resolve(artifact)
                        .resolve(version)
                        .resolve(file);
        if (Files.isRegularFile(ours)) {
            return Optional.of(ours);
        }
        Path gradle =
                stores.folder("GRADLE_USER_HOME", "", ".gradle")
                        .resolve("caches/modules-2/files-2.1")
                        .resolve(group)
                        .resolve(artifact)
                        .resolve(version);
        try (DirectoryStream<Path> hashes = Files.newDirectoryStream(gradle)) {
            for (Path hash : hashes) {
                if (Files.isRegularFile(hash.resolve(file))) {
                    return Optional.of(hash.resolve(file));
                }
            }
        } catch (IOException notThere) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Path repository() {
        Path own = stores.home().resolve(".m2");
        try {
            String settings =
                    Files.readString(own.resolve("settings.xml"), StandardCharsets.UTF_8)
                            .replaceAll("(?s)<!--.*?-->", "");
            Matcher local = LOCAL.matcher(settings);
            if (local.find()) {
                Path named =
                        Path.of(local.group(1).replace("${user.home}", stores.home().toString()));
                return named.isAbsolute() ? named : own.resolve("repository");
            }
        } catch (IOException | IllegalArgumentException notSaid) {
            return own.resolve("repository");
        }
        return own.resolve("repository");
    }

    @Override
    public String remedy(String name, String version) {
        // What is called so has no jar.
        boolean isList = name.matches(".*[:-](?:bom|parent|dependencies)");
        return "mvn dependency:get -Dtransitive=false -Dartifact=%s:%s%s"
                .formatted(name, version, isList ? ":pom" : "");
    }
}
