package kiro.action.dependency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.TreeSitter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Packages in `node_modules`, those of pnpm too, and in the cache of npm.
final class NpmArtifacts implements Artifacts {
    private static final int LARGEST = 64 << 20;
    private static final Pattern INTEGRITY =
            Pattern.compile("\"integrity\"\\s*:\\s*\"(sha(?:512|1)-[A-Za-z0-9+/=]+)");

    private final DependencyStores stores;
    private final TreeSitter parser;

    /// Lock files as they are and as they were, which say what a package's content is.
    private final List<String> locks;

    NpmArtifacts(DependencyStores stores, TreeSitter parser, List<String> locks) {
        this.stores = stores;
        this.parser = parser;
        this.locks = List.copyOf(locks);
    }

    @Override
    public Optional<PublicApi> api(String name, String version) {
        return files(name, version).flatMap(files -> ScriptApi.read(name, files, parser));
    }

    private Optional<ArtifactFiles> files(String name, String version) {
        for (Path folder : folders(name, version)) {
            if (version(folder).equals(version)) {
                return ArtifactFiles.ofFolder(folder, ScriptApi::isWanted);
            }
        }
        return packed(name, version)
                .flatMap(packed -> ArtifactFiles.ofTarball(packed, ScriptApi::isWanted));
    }

    private List<Path> folders(String name, String version) {
        Path modules = stores.root().resolve("node_modules");
        var folders = new ArrayList<Path>();
        folders.add(modules.resolve(name));
        Path pnpm = modules.resolve(".pnpm");
        String prefix = name.replace('/', '+') + "@" + version;
        if (Files.isDirectory(pnpm)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(pnpm)) {
                for (Path each : all) {
                    String folder = each.getFileName().toString();
                    if (folder.equals(prefix)
                            || folder.startsWith(prefix + "_")
                            || folder.startsWith(prefix + "(")) {
                        folders.add(each.resolve("node_modules").resolve(name));
                    }
                }
            } catch (IOException unreadable) {
                return folders;
            }
        }
        return folders;
    }

    private static String version(Path folder) {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readAllBytes(folder.resolve("package.json")))
                    .path("version")
                    .asString("");
        } catch (IOException | JacksonException notThere) {
            return "";
        }
    }

    private Optional<byte[]> packed(String name, String version) {
        Path cache = stores.folder("npm_config_cache", "", ".npm").resolve("_cacache");
        String address =
                "https://registry.npmjs.org/%s/-/%s-%s.tgz"
                        .formatted(name, name.substring(name.indexOf('/') + 1), version);
        var integrities = new ArrayList<>(locked(name, version));
        integrities.addAll(indexed(cache, address));
        for (String each : integrities) {
            Optional<byte[]> content = content(cache, each);
            if (content.isPresent()) {
                return content;
            }
        }
        return Optional.empty();
    }

    /// What the lock files say that the content's sum is.
    private List<String> locked(String name, String version) {
        var found = new ArrayList<String>();
        var entry =
                Pattern.compile(
                        "/%s-%s\\.tgz\"[^{}]{0,400}?\"integrity\"\\s*:\\s*\"(sha512-[A-Za-z0-9+/=]+)"
                                .formatted(
                                        Pattern.quote(
                                                name
                                                        + "/-/"
                                                        + name.substring(name.indexOf('/') + 1)),
                                        Pattern.quote(version)));
        for (String lock : locks) {
            Matcher match = entry.matcher(lock);
            if (match.find()) {
                found.add(match.group(1));
            }
        }
        return found;
    }

    /// What npm's own index says.
    private static List<String> indexed(Path cache, String address) {
        var found = new ArrayList<String>();
        String hash =
                hex(
                        "SHA-256",
                        ("make-fetch-happen:request-cache:" + address)
                                .getBytes(StandardCharsets.UTF_8));
        Path bucket =
                cache.resolve("index-v5")
                        .resolve(hash.substring(0, 2))
                        .resolve(hash.substring(2, 4))
                        .resolve(hash.substring(4));
        try {
            if (Files.isRegularFile(bucket) && Files.size(bucket) < LARGEST) {
                Matcher match = INTEGRITY.matcher(Files.readString(bucket, StandardCharsets.UTF_8));
                while (match.find()) {
                    found.add(match.group(1));
                }
            }
        } catch (IOException unreadable) {
            return found;
        }
        return found;
    }

    private static Optional<byte[]> content(Path cache, String integrity) {
        int dash = integrity.indexOf('-');
        String algorithm = integrity.substring(0, dash);
        String hash =
                HexFormat.of().formatHex(Base64.getDecoder().decode(integrity.substring(dash + 1)));
        Path file =
                cache.resolve("content-v2")
                        .resolve(algorithm)
                        .resolve(hash.substring(0, 2))
                        .resolve(hash.substring(2, 4))
                        .resolve(hash.substring(4));
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            boolean isWhole =
                    hex(algorithm.equals("sha1") ? "SHA-1" : "SHA-512", bytes).equals(hash);
            return isWhole ? Optional.of(bytes) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String remedy(String name, String version) {
        return "npm cache add %s@%s".formatted(name, version);
    }
}
