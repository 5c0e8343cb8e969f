package kiro.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import kiro.text.Hash;

/// MCP servers as they are published, in the versions that `src/test/npm` names. They are installed by npm once, into
/// `target/npm`, and again only when these versions change.
public final class NpmServers {
    private static final Path VERSIONS = Path.of("src/test/npm").toAbsolutePath();
    private static final Path KEPT = Path.of("target/npm").toAbsolutePath();
    private static final long LONGEST_MINUTES = 3;

    private final Path modules;

    private NpmServers(Path modules) {
        this.modules = modules;
    }

    /// A test that speaks to real servers fails where there are none: it would prove nothing otherwise.
    public static NpmServers installed() throws IOException, InterruptedException {
        Path folder = KEPT.resolve(versions());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(KEPT);
            Path fresh = Files.createTempDirectory(KEPT, "new");
            for (String name : new String[] {"package.json", "package-lock.json"}) {
                Files.copy(VERSIONS.resolve(name), fresh.resolve(name));
            }
            install(fresh);
            keep(fresh, folder);
        }
        return new NpmServers(folder.resolve("node_modules/@modelcontextprotocol"));
    }

    /// The file that node runs.
    public Path script(String server) {
        return modules.resolve(server).resolve("dist/index.js");
    }

    private static String versions() throws IOException {
        return Hash.of(Files.readString(VERSIONS.resolve("package-lock.json")))
                .hex()
                .substring(0, 16);
    }

    /// Scripts of the packages are not run: no server needs one.
    private static void install(Path folder) throws IOException, InterruptedException {
        Path printed = folder.resolve("npm.log");
        Process npm;
        try {
            npm =
                    new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(printed.toFile())
                            .start();
        } catch (IOException none) {
            throw new AssertionError(
                    "these tests speak to real MCP servers, which npm installs: install Node.js 20 or newer with npm",
                    none);
        }
        npm.getOutputStream().close();
        if (!npm.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            npm.destroyForcibly();
        }
        if (npm.waitFor() != 0) {
            throw new AssertionError(
                    "npm could not install the MCP servers of src/test/npm, which these tests speak to; it printed:\n"
                            + Files.readString(printed, StandardCharsets.UTF_8));
        }
    }

    /// Another run of the tests may have been faster: what it has installed counts.
    private static void keep(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder);
        } catch (FileSystemException failed) {
            if (!Files.isDirectory(folder)) {
                throw failed;
            }
        }
    }
}
