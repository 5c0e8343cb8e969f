package kiro;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kiro.edit.FileChange;
import kiro.edit.FileState;
import kiro.steering.rule.Violation;
import kiro.text.Order;

/// A change with the mechanical repairs of its violations in it.
final class SteeringRepair {
    private SteeringRepair() {}

    /// @param fresh violations of any files
    static FileChange of(FileChange change, List<Violation> fresh) {
        return switch (change.after()) {
            case FileState.Absent _, FileState.Link _, FileState.EmptyFolder _ -> change;
            case FileState.Present present -> {
                List<Violation.Repair> repairs =
                        fresh.stream()
                                .filter(each -> each.path().equals(change.path().value()))
                                .flatMap(each -> each.repairs().stream())
                                .distinct()
                                .sorted(Order.by(Violation.Repair::start))
                                .toList();
                yield repairs.isEmpty()
                        ? change
                        : new FileChange(
                                change.path(),
                                change.before(),
                                present.withBytes(bytes(present.bytes(), repairs)));
            }
        };
    }

    /// Of repairs that overlap the first is made: what is left is found by the check that follows.
    private static byte[] bytes(byte[] bytes, List<Violation.Repair> repairs) {
        var repaired = new ByteArrayOutputStream(bytes.length);
        int done = 0;
        for (Violation.Repair repair : repairs) {
            if (repair.start() >= done) {
                repaired.write(bytes, done, repair.start() - done);
                repaired.writeBytes(repair.text().getBytes(StandardCharsets.UTF_8));
                done = repair.end();
            }
        }
        repaired.write(bytes, done, bytes.length - done);
        return repaired.toByteArray();
    }
}
