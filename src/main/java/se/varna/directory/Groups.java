package se.varna.directory;

import java.util.Collection;
import java.util.List;

/** Ids of the groups that the engine and the access rules know. A group follows from appointments, it is never kept. */
public final class Groups {

    public static final String OFFICIALS = "official";
    public static final String LOCAL_OFFICERS = "lsa";
    public static final String SECURITY_AND_PREPAREDNESS = "sob";
    public static final String ON_CALL = "on-call";
    public static final String PARTY_OFFICERS = "party";
    public static final String PROCESS_OWNERS = "process-owner";
    public static final String ADMINISTRATORS = "admin";

    /** Those who work with cases. */
    public static final List<String> OF_OFFICERS =
            List.of(LOCAL_OFFICERS, SECURITY_AND_PREPAREDNESS, ON_CALL, PARTY_OFFICERS);

    private Groups() {}

    /** The local security officer and deputy of one unit. */
    public static String localOfficers(String unit) {
        return LOCAL_OFFICERS + "-" + unit;
    }

    /** Whether cases can be those groups' own: the on-call company only acts in what others have. */
    public static boolean mayHoldCases(Collection<String> groups) {
        return groups.stream()
                .anyMatch(group -> group.equals(SECURITY_AND_PREPAREDNESS)
                        || group.startsWith(localOfficers(""))
                        || group.startsWith(partyOfficers("")));
    }

    /** The security officers of one party. */
    public static String partyOfficers(String party) {
        return PARTY_OFFICERS + "-" + party;
    }
}
