@NullMarked
package kiro.evidence.coverage;

import org.jspecify.annotations.NullMarked;
