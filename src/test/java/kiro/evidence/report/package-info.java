@NullMarked
package kiro.evidence.report;

import org.jspecify.annotations.NullMarked;
