package kiro.model.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Decides what this engine has to look at before it can judge a project.
final class Explorer {
    /// Beyond this many files a project is not read as a whole: only what its names and imports lead to.
    private static final int WHOLE = 400;

    private static final int AT_ONCE = 40;
    private static final int DEPTH = 20;

    private final Briefing briefing;
    private final Knowledge knowledge;

    Explorer(Briefing briefing, Knowledge knowledge) {
        this.briefing = briefing;
        this.knowledge = knowledge;
    }

    /// The next calls; none where enough is known.
    List<Call> next() {
        List<Call> listings = listings();
        if (!listings.isEmpty()) {
            return listings;
        }
        var calls = new ArrayList<Call>();
        for (String path : wanted()) {
            boolean isKnown =
                    knowledge.found().containsKey(path) || knowledge.unreadable().containsKey(path);
            if (!isKnown && calls.size() < AT_ONCE) {
                calls.add(Call.read(path));
            }
        }
        return calls;
    }

    private List<Call> listings() {
        var folders = new TreeSet<String>();
        for (String key : List.of("source folders", "test folders")) {
            for (String folder : briefing.fact(key).split(",")) {
                if (!folder.isBlank() && !folder.strip().equals("none")) {
                    folders.add(folder.strip());
                }
            }
        }
        folders.add("src/main/resources");
        folders.removeAll(knowledge.folders());
        return folders.stream().map(folder -> Call.list(folder, DEPTH)).toList();
    }

    private Set<String> wanted() {
        var wanted = new TreeSet<String>();
        wanted.add(briefing.buildFile());
        List<String> java =
                knowledge.listed().stream()
                        .filter(path -> path.endsWith(".java"))
                        .sorted()
                        .toList();
        for (String path : java) {
            if (java.size() <= WHOLE || isTelling(path)) {
                wanted.add(path);
            }
        }
        for (String path : knowledge.listed()) {
            boolean isSettings = path.matches("(.*/)?application\\.(ya?ml|properties)");
            boolean isSchema =
                    path.matches(
                            "(.*/)?((schema|data|import)[\\w-]*|db/(migration|changelog)/.*)\\.sql");
            if (isSettings || isSchema) {
                wanted.add(path);
            }
        }
        if (java.size() > WHOLE) {
            wanted.addAll(imported(java));
        }
        return wanted;
    }

    /// Names that say what a file is for, in projects that are too large to be read as a whole.
    private static boolean isTelling(String path) {
        return path.matches(
                "(?i).*(controller|resource|endpoint|advice|exceptionhandler|handler|security|config|configuration|filter|interceptor|application|clock|token|principal|user|caller)\\w*\\.java|.*ApplicationTests?\\.java");
    }

    /// The project's own files that known ones import.
    private Set<String> imported(List<String> java) {
        var imported = new TreeSet<String>();
        for (String path : java) {
            String name =
                    path.replaceFirst("^.*?/java/", "").replace(".java", "").replace('/', '.');
            boolean isUsed =
                    knowledge.found().values().stream()
                            .anyMatch(text -> text.contains("import " + name + ";"));
            if (isUsed) {
                imported.add(path);
            }
        }
        return imported;
    }
}
