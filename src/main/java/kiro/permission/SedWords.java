package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import kiro.permission.shell.ShellWord;

/// The words of a command of sed, told apart.
///
/// @param scripts those that stand in it; of a file with one nothing is known, as of any other that is run
/// @param changed the files that it changes in their place
record SedWords(List<String> scripts, List<ShellWord> changed) {
    SedWords {
        scripts = List.copyOf(scripts);
        changed = List.copyOf(changed);
    }

    static SedWords of(List<ShellWord> words) {
        var scripts = new ArrayList<String>();
        var operands = new ArrayList<ShellWord>();
        boolean isGiven = false;
        boolean isInPlace = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            boolean hasNext = i + 1 < words.size();
            isInPlace |= word.matches("-[nErsuz]*i.*|--in?(-.*)?");
            if (word.matches("(?s)--e[a-z]*=.*")) {
                scripts.add(word.substring(word.indexOf('=') + 1));
            } else if (word.matches("(?s)-[nErsuz]*e.+")) {
                scripts.add(word.substring(word.indexOf('e') + 1));
            } else if (word.matches("-[nErsuz]*e|--e[a-z]*") && hasNext) {
                scripts.add(words.get(++i).text());
            } else if (word.matches("-[nErsuz]*f|--fi[a-z]*") && hasNext) {
                isGiven = true;
                i++;
            } else if (word.matches("-[nErsuz]*f.+|--fi[a-z]*=.*")) {
                isGiven = true;
            } else if (!word.startsWith("-") && !word.isEmpty()) {
                operands.add(words.get(i));
            }
        }
        if (scripts.isEmpty() && !isGiven && !operands.isEmpty()) {
            scripts.add(operands.removeFirst().text());
        }
        return new SedWords(scripts, isInPlace ? operands : List.of());
    }
}
