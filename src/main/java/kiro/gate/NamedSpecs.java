package kiro.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.spec.SpecStore;

/// The specs that a change names, each with where it does.
///
/// @param places by the name as it is written
record NamedSpecs(Map<String, String> places) {
    private static final Pattern PATH =
            Pattern.compile(
                    "\\.kiro/specs/(?<name>[A-Za-z0-9][A-Za-z0-9._-]*?)(?:\\.md\\b|/|(?=[\\s)\\]`'\",;:]|$))");

    static NamedSpecs of(GateSettings settings, Change change) {
        var places = new LinkedHashMap<String, String>();
        settings.specs().forEach(name -> places.putIfAbsent(bare(name), "--spec"));
        settings.request()
                .ifPresent(request ->
                        inText(request.body())
                                .forEach(name -> places.putIfAbsent(name, "the pull request")));
        for (Commit commit : change.commits()) {
            commit.message()
                    .specs()
                    .forEach(name -> places.putIfAbsent(bare(name), "commit " + commit.id()));
        }
        for (Change.ChangedFile file : change.files()) {
            Matcher path = PATH.matcher(file.path());
            boolean isSpec = file.path().startsWith(SpecStore.FOLDER + "/") && path.lookingAt();
            if (isSpec && !file.isDeleted() && !path.group("name").equalsIgnoreCase("readme")) {
                places.putIfAbsent(path.group("name"), file.path() + ", which differs");
            }
        }
        return new NamedSpecs(places);
    }

    private static List<String> inText(String body) {
        var names = new ArrayList<>(Message.specs(body).stream().map(NamedSpecs::bare).toList());
        Matcher path = PATH.matcher(body);
        while (path.find()) {
            names.add(path.group("name"));
        }
        return names;
    }

    private static String bare(String name) {
        String file = name.replaceAll("^(?:\\./)?\\.kiro/specs/", "").replaceAll("/$", "");
        return file.endsWith(".md") ? file.substring(0, file.length() - 3) : file;
    }
}
