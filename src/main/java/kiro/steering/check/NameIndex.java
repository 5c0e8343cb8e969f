package kiro.steering.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.code.Grammar;
import kiro.steering.rule.Subject;
import kiro.steering.source.NameUse;
import kiro.steering.source.Referent;

/// The names that rules look for, found by their texts, so that many rules cost no more than a few.
final class NameIndex {
    /// A name of several words means a member of anything as well: `innerHTML`, `toMatchSnapshot`.
    private static final Pattern SEVERAL_WORDS =
            Pattern.compile("[a-z]+[A-Z]\\w*|[a-z]+(?:_[a-z0-9]+)+");

    private final Map<String, List<SoughtName>> byKey = new HashMap<>();
    private final Map<String, List<SoughtName>> members = new HashMap<>();
    private final Set<String> heads = new HashSet<>();

    NameIndex(Set<Subject.Name> names) {
        for (Subject.Name each : names) {
            SoughtName sought = SoughtName.of(each);
            if (!sought.isMember()) {
                byKey.computeIfAbsent(sought.key(), _ -> new ArrayList<>()).add(sought);
            }
            if (sought.isMember() || SEVERAL_WORDS.matcher(sought.key()).matches()) {
                members.computeIfAbsent(sought.key(), _ -> new ArrayList<>()).add(sought);
            }
            heads.add(first(sought.key(), 0));
        }
    }

    boolean isEmpty() {
        return byKey.isEmpty() && members.isEmpty();
    }

    private static String first(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '/') {
            end++;
        }
        return text.substring(start, end);
    }

    /// The names that a use is one of.
    List<SoughtName> of(NameUse use, Grammar language) {
        var found = new ArrayList<SoughtName>();
        Referent referent = use.referent();
        String name = referent.name();
        int start = 0;
        while (start >= 0 && start < name.length()) {
            addFrom(use, start, language, found);
            if (referent.source() == Referent.Source.GLOBAL
                    || referent.source() == Referent.Source.LOCAL) {
                break;
            }
            start = next(name, start) + 1;
            if (start == 0) {
                break;
            }
        }
        if (!members.isEmpty()) {
            addMembers(use, name, language, found);
        }
        return found;
    }

    /// The next place where a part ends; -1 at the end.
    private static int next(String name, int from) {
        for (int i = from; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' || c == '/') {
                return i;
            }
        }
        return -1;
    }

    private void addFrom(NameUse use, int start, Grammar language, List<SoughtName> found) {
        String name = use.referent().name();
        if (!heads.contains(first(name, start))) {
            return;
        }
        int end = start;
        while (end < name.length()) {
            int boundary = next(name, end);
            end = boundary < 0 ? name.length() : boundary;
            List<SoughtName> here = byKey.get(name.substring(start, end));
            if (here != null) {
                for (SoughtName each : here) {
                    if (each.isAt(use, start, end, language) && !found.contains(each)) {
                        found.add(each);
                    }
                }
            }
            end++;
        }
    }

    private void addMembers(NameUse use, String name, Grammar language, List<SoughtName> found) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return;
        }
        for (SoughtName each : members.getOrDefault(name.substring(dot + 1), List.of())) {
            boolean isCounted = each.uses().isEmpty() || each.uses().contains(use.how());
            boolean isOfAnything = each.isMember() || !BuiltInNames.has(language, each.key());
            if (isCounted && isOfAnything && !found.contains(each)) {
                found.add(each);
            }
        }
    }
}
