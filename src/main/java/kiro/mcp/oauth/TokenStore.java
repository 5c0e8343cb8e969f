package kiro.mcp.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import kiro.text.Hash;
import kiro.text.OwnFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Keeps tokens outside of every repository, in files that only their owner can read, one a server.
final class TokenStore {
    private static final int VERSION = 1;

    private final Path folder;

    TokenStore(Path folder) {
        this.folder = folder;
    }

    Optional<KeptToken> find(String server) {
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readString(file(server)));
            var kept =
                    new KeptToken(
                            root.path("server").asString(""),
                            root.path("tokenPlace").asString(""),
                            new KeptToken.Client(
                                    root.path("clientId").asString(""),
                                    text(root, "clientSecret"),
                                    root.path("takesBasic").asBoolean(true)),
                            root.path("access").asString(""),
                            text(root, "refresh"),
                            text(root, "expires").map(Instant::parse));
            return kept.server().equals(server) && !kept.access().isEmpty()
                    ? Optional.of(kept)
                    : Optional.empty();
        } catch (IOException | JacksonException | DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode root, String name) {
        return Optional.of(root.path(name).asString("")).filter(text -> !text.isEmpty());
    }

    void keep(KeptToken token) {
        ObjectNode root =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("version", VERSION)
                        .put("server", token.server())
                        .put("tokenPlace", token.tokenPlace())
                        .put("clientId", token.client().id())
                        .put("takesBasic", token.client().takesBasic())
                        .put("access", token.access());
        token.client().secret().ifPresent(secret -> root.put("clientSecret", secret));
        token.refresh().ifPresent(refresh -> root.put("refresh", refresh));
        token.expires().ifPresent(expires -> root.put("expires", expires.toString()));
        try {
            Files.createDirectories(folder, owners("rwx------"));
            new OwnFile(file(token.server())).replacePrivately(root.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the token cannot be kept in " + folder, unwritable);
        }
    }

    /// Answers whether there was one.
    boolean forget(String server) throws IOException {
        return Files.deleteIfExists(file(server));
    }

    private Path file(String server) {
        return folder.resolve(Hash.of(server).hex().substring(0, 32) + ".json");
    }

    private FileAttribute<?>[] owners(String permissions) {
        boolean isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
