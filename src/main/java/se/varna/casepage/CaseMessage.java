package se.varna.casepage;

import java.time.Instant;
import se.varna.common.web.SwedishTime;

/**
 * A message between the exposed person and those who hold the case.
 *
 * @param by name of the one who wrote it
 * @param read whether the other side has read it
 */
record CaseMessage(@SwedishTime Instant at, String by, boolean fromExposed, String text, boolean read) {}
