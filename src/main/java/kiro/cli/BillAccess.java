package kiro.cli;

import java.time.Instant;
import kiro.aws.BillStore;
import kiro.aws.CostExplorer;
import kiro.config.Config;
import kiro.workspace.Workspace;

/// AWS's bill, as commands need it.
public interface BillAccess {
    Config.Reading read(Workspace workspace);

    /// Where the bill of the account is kept that the settings lead to.
    BillStore bills(Config config);

    /// Asks AWS; closed by whoever asked for it.
    CostExplorer explorer(Config config);

    /// By which tag the bill is told apart.
    String tag(Config config);

    Instant now();
}
