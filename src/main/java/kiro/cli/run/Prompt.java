package kiro.cli.run;

import java.util.List;
import kiro.cli.terminal.Frame;
import kiro.cli.terminal.Key;
import kiro.cli.terminal.Size;

/// Where a person can type while a run goes on.
public interface Prompt {
    /// Nothing can be typed.
    Prompt NONE =
            new Prompt() {
                @Override
                public Frame frame(Size size) {
                    return Frame.NONE;
                }

                @Override
                public boolean pressed(Key key) {
                    return false;
                }

                @Override
                public List<String> help() {
                    return List.of();
                }

                @Override
                public void closed() {}
            };

    /// Its rows, and where the cursor stands in them.
    Frame frame(Size size);

    /// Takes a key; answers whether it means something here.
    boolean pressed(Key key);

    /// What can be typed, one line each.
    List<String> help();

    /// Nothing will be typed any more.
    void closed();
}
