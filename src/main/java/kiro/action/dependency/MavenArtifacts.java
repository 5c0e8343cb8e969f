package kiro.action.dependency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Jars in the local repository of Maven and in the cache of Gradle.
final class MavenArtifacts implements Artifacts {
    private static final Pattern LOCAL =
            Pattern.compile("<localRepository>\\s*([^<]+?)\\s*</localRepository>");

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
        String group = name.substring(0, colon);
        String artifact = name.substring(colon + 1);
        String file = artifact + "-" + version + ".jar";
        Path ours =
                repository()
                        .resolve(group.replace('.', '/'))
                        .resolve(artifact)
                        .resolve(version)
                        .resolve(file);
        if (Files.isRegularFile(ours)) {
            return JarReader.read(ours);
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
                    return JarReader.read(hash.resolve(file));
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
        return "mvn dependency:get -Dtransitive=false -Dartifact=%s:%s".formatted(name, version);
    }
}
