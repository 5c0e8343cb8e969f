package kiro.agent;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kiro.edit.FileChange;
import kiro.edit.FileState;
import kiro.secret.SecretMask;
import kiro.tool.Effect;

/// Keeps a model that was shown a mask in place of a secret from writing the mask where the secret stands.
final class MaskGuard {
    private MaskGuard() {}

    /// Why a change is refused, as the model is told; empty where it is none of this kind.
    static Optional<String> refusal(Effect effect) {
        return effect instanceof Effect.Change change
                ? change.changes().stream()
                        .filter(MaskGuard::addsMask)
                        .findFirst()
                        .map(file ->
                                file.path()
                                        + " would hold '"
                                        + SecretMask.MASK
                                        + "' where it holds something else: that is what stands in"
                                        + " place of a secret you are not shown; change other lines"
                                        + " with edit_file and leave those as they are")
                : Optional.empty();
    }

    private static boolean addsMask(FileChange change) {
        int after = masks(change.after());
        return after > 0 && after > masks(change.before());
    }

    private static int masks(FileState state) {
        return switch (state) {
            case FileState.Absent _, FileState.Link _, FileState.EmptyFolder _ -> 0;
            case FileState.Present present -> {
                String text = new String(present.bytes(), StandardCharsets.ISO_8859_1);
                int count = 0;
                int at = text.indexOf(SecretMask.MASK);
                while (at >= 0) {
                    count++;
                    at = text.indexOf(SecretMask.MASK, at + 1);
                }
                yield count;
            }
        };
    }
}
