package se.varna.staffing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import se.varna.directory.DirectoryKeeping;
import se.varna.directory.DirectoryKeeping.Details;
import se.varna.directory.Tenure;
import se.varna.staffing.DirectoryFile.LineProblem;

/**
 * What an import would change, before anything is changed.
 *
 * @param problems what has to be mended in the file; while there is any, nothing is imported
 * @param steps the changes, in the order of the lines, and then what ends because the file does not hold it
 * @param unchanged how many lines say what the directory says already
 */
public record ImportPlan(List<LineProblem> problems, List<Step> steps, int unchanged) {

    /** One change. */
    public sealed interface Step permits AddPerson, ChangePerson, Give, MoveEnd, End {

        /** The line that asks for it; 0 when it is for what the file does not hold. */
        long line();

        /** Id of whom it is about. */
        String person();

        /** The person's name, as it will be. */
        String name();

        void carryOut(DirectoryKeeping keeping, String actor);
    }

    /** A person who is not there yet. */
    public record AddPerson(long line, String person, Details details) implements Step {
        @Override
        public String name() {
            return details.displayName();
        }

        @Override
        public void carryOut(DirectoryKeeping keeping, String actor) {
            keeping.addPerson(person, details, actor);
        }
    }

    public record ChangePerson(long line, String person, Details before, Details after) implements Step {
        @Override
        public String name() {
            return after.displayName();
        }

        @Override
        public void carryOut(DirectoryKeeping keeping, String actor) {
            keeping.changePerson(person, null, after, actor);
        }
    }

    public record Give(long line, String person, String name, Tenure tenure) implements Step {
        @Override
        public void carryOut(DirectoryKeeping keeping, String actor) {
            keeping.give(person, tenure, actor);
        }
    }

    /** Another last day for what the person holds. */
    public record MoveEnd(long line, String person, String name, long appointment, Tenure before, LocalDate to)
            implements Step {
        @Override
        public void carryOut(DirectoryKeeping keeping, String actor) {
            keeping.moveEnd(appointment, null, to, actor);
        }
    }

    /**
     * The file says that it is complete, and does not hold this.
     *
     * @param to the last day, or null when it has not begun and is taken back
     */
    public record End(String person, String name, long appointment, Tenure before, LocalDate to) implements Step {
        @Override
        public long line() {
            return 0;
        }

        @Override
        public void carryOut(DirectoryKeeping keeping, String actor) {
            if (to == null) {
                keeping.withdraw(appointment, actor);
            } else {
                keeping.moveEnd(appointment, null, to, actor);
            }
        }
    }

    public boolean isReady() {
        return problems.isEmpty();
    }

    /** Tells this plan from any other: what is confirmed is what was shown. */
    public String fingerprint() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(steps.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
