package kiro.action.dependency;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kiro.code.TreeSitter;

/// Packages in a virtual environment, in the cache of uv, and wheels in `wheelhouse`.
final class PythonArtifacts implements Artifacts {
    private static final int MOST = 20_000;

    private final DependencyStores stores;
    private final TreeSitter parser;

    PythonArtifacts(DependencyStores stores, TreeSitter parser) {
        this.stores = stores;
        this.parser = parser;
    }

    @Override
    public Optional<PublicApi> api(String name, String version) {
        for (Path packages : places()) {
            Optional<Path> info = info(packages, name, version);
            if (info.isPresent()) {
                Set<String> tops = tops(info.get());
                Predicate<String> isWanted =
                        path -> PythonApi.isWanted(path) && tops.contains(top(path));
                return installed(packages, tops, isWanted)
                        .flatMap(files -> PythonApi.read(files, parser));
            }
        }
        return wheel(name, version)
                .flatMap(file -> ArtifactFiles.ofZip(file, PythonApi::isWanted))
                .flatMap(files -> PythonApi.read(files, parser));
    }

    private List<Path> places() {
        var places = new ArrayList<Path>();
        for (Path environment :
                List.of(
                        stores.root().resolve(".venv"),
                        stores.root().resolve("venv"),
                        stores.folder("VIRTUAL_ENV", "", ".no-environment"))) {
            for (Path version : listed(environment.resolve("lib"))) {
                places.add(version.resolve("site-packages"));
            }
        }
        Path uv = stores.folder("UV_CACHE_DIR", "", ".cache/uv");
        places.addAll(listed(uv.resolve("archive-v0")));
        return places;
    }

    private static List<Path> listed(Path folder) {
        var found = new ArrayList<Path>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path each : all) {
                if (found.size() < MOST) {
                    found.add(each);
                }
            }
        } catch (IOException unreadable) {
            return found;
        }
        found.sort(null);
        return found;
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    private static Optional<Path> info(Path packages, String name, String version) {
        String end = "-" + version + ".dist-info";
        return listed(packages).stream()
                .filter(each -> {
                    String folder = each.getFileName().toString();
                    return folder.endsWith(end)
                            && normal(folder.substring(0, folder.length() - end.length()))
                                    .equals(name);
                })
                .findFirst();
    }

    /// The folders and modules that a package brings, by its list of files.
    private static Set<String> tops(Path info) {
        var tops = new LinkedHashSet<String>();
        try {
            Files.readString(info.resolve("RECORD"))
                    .lines()
                    .map(line -> line.replaceFirst(",.*", ""))
                    .filter(path -> path.matches(".*\\.pyi?") && !path.startsWith(".."))
                    .map(PythonArtifacts::top)
                    .forEach(tops::add);
        } catch (IOException notThere) {
            return tops;
        }
        return tops;
    }

    private static String top(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static Optional<ArtifactFiles> installed(
            Path packages, Set<String> tops, Predicate<String> isWanted) {
        var all = new java.util.TreeMap<String, byte[]>();
        for (String top : tops) {
            Path file = packages.resolve(top);
            if (Files.isDirectory(file)) {
                ArtifactFiles.ofFolder(file, path -> isWanted.test(top + "/" + path))
                        .ifPresent(files ->
                                files.texts()
                                        .forEach((path, text) -> all.put(top + "/" + path, text)));
            } else {
                ArtifactFiles.ofFolder(file, _ -> true)
                        .ifPresent(files ->
                                files.texts().values().forEach(text -> all.put(top, text)));
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(new ArtifactFiles(all));
    }

    private Optional<Path> wheel(String name, String version) {
        return listed(stores.root().resolve("wheelhouse")).stream()
                .filter(each -> {
                    String[] parts = each.getFileName().toString().split("-", 3);
                    return each.toString().endsWith(".whl")
                            && parts.length == 3
                            && normal(parts[0]).equals(name)
                            && parts[1].equals(version);
                })
                .findFirst();
    }

    @Override
    public String remedy(String name, String version) {
        return "pip download %s==%s --no-deps --only-binary :all: -d wheelhouse"
                .formatted(name, version);
    }
}
