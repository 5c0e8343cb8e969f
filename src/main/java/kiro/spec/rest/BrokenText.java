package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;

/// Joins the halves of a sentence that an example stands between: "`PATCH /x` with the body", the example, "moves it".
final class BrokenText {
    private BrokenText() {}

    static List<Block> joined(List<Block> blocks) {
        var joined = new ArrayList<Block>();
        for (int i = 0; i < blocks.size(); i++) {
            boolean isBroken =
                    i + 2 < blocks.size()
                            && blocks.get(i) instanceof Block.Text(SourcedText before)
                            && blocks.get(i + 1) instanceof Block.Code
                            && blocks.get(i + 2) instanceof Block.Text(SourcedText after)
                            && goesOn(before.text().strip(), after.text().strip());
            if (isBroken
                    && blocks.get(i) instanceof Block.Text(SourcedText before)
                    && blocks.get(i + 2) instanceof Block.Text(SourcedText after)) {
                joined.add(new Block.Text(before.and(after)));
                joined.add(blocks.get(i + 1));
                i += 2;
            } else {
                joined.add(blocks.get(i));
            }
        }
        return joined;
    }

    private static boolean goesOn(String before, String after) {
        return !before.isEmpty()
                && !after.isEmpty()
                && ".:!?".indexOf(before.charAt(before.length() - 1)) < 0
                && Character.isLowerCase(after.charAt(0));
    }
}
