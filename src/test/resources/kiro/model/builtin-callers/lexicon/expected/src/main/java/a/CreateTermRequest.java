package a;

import java.util.ArrayList;
import java.util.List;

public record CreateTermRequest(String source, String target) {

    /** What is wrong with the values; nothing where all are in order. */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        if (source == null || source.length() < 1 || source.length() > 20) {
            problems.add("source: has to be given: at least 1 characters, at most 20 characters");
        }
        if (target == null || target.length() < 1 || target.length() > 20) {
            problems.add("target: has to be given: at least 1 characters, at most 20 characters");
        }
        return problems;
    }
}
