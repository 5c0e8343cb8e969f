package kiro.model.builtin.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Leaves out of a test class what no test came to use.
final class TestTidy {
    private TestTidy() {}

    static void tidy(TestCode code, List<TestWriter.Proof> proofs) {
        var used = new StringBuilder();
        proofs.forEach(proof -> used.append(String.join("\n", proof.test().lines())).append('\n'));
        code.before.forEach(line -> used.append(line).append('\n'));
        code.after.forEach(line -> used.append(line).append('\n'));
        code.helpers.keySet().retainAll(called(code, used));
        code.helpers.values().forEach(helper -> used.append(helper).append('\n'));
        code.constants.keySet().removeIf(name -> !uses(used, name));
        code.beans.keySet().removeIf(name -> !uses(used, name));
        code.constants.values().forEach(used::append);
        code.beans.values().forEach(type -> used.append(type).append('\n'));
        code.fields.values().forEach(type -> used.append(type).append('\n'));
        code.annotations.forEach(used::append);
        code.marks.values().forEach(used::append);
        code.imports.removeIf(name -> !uses(used, name.substring(name.lastIndexOf('.') + 1)));
        code.statics.removeIf(name -> !uses(used, name.substring(name.lastIndexOf('.') + 1)));
    }

    /// The helpers that are called, by a test or by one of them.
    private static Set<String> called(TestCode code, CharSequence tests) {
        var called = new LinkedHashSet<String>();
        var text = new StringBuilder(tests);
        boolean grows = true;
        while (grows) {
            List<String> more =
                    code.helpers.keySet().stream()
                            .filter(name -> !called.contains(name) && calls(text, name))
                            .toList();
            more.forEach(name -> text.append(code.helpers.get(name)).append('\n'));
            grows = called.addAll(more);
        }
        return called;
    }

    /// Whether a method of the class is called, and not one of the same name of something else.
    private static boolean calls(CharSequence text, String name) {
        return Pattern.compile("(?<![.\\w])" + Pattern.quote(name) + "\\(").matcher(text).find();
    }

    private static boolean uses(CharSequence text, String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text).find();
    }
}
