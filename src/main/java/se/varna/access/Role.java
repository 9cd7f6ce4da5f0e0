package se.varna.access;

import java.util.EnumSet;
import java.util.Set;
import se.varna.directory.Groups;

/** What a person is when they ask to see or do something. It follows from their groups, that is from the directory. */
public enum Role {
    /** Whoever asks, signed in or not. */
    EVERYONE,
    /** Anyone whom the directory gives something to do. */
    SIGNED_IN,
    OFFICIAL,
    LOCAL_OFFICER,
    SECURITY_AND_PREPAREDNESS,
    ON_CALL,
    PARTY_OFFICER,
    /** Sees flow and figures, and no case. */
    PROCESS_OWNER,
    /** Keeps users and settings, and sees no case. */
    ADMINISTRATOR;

    /** The roles of a person with these groups; somebody without a group is nobody in particular. */
    static Set<Role> of(Set<String> groups) {
        Set<Role> roles = EnumSet.of(EVERYONE);
        if (!groups.isEmpty()) {
            roles.add(SIGNED_IN);
        }
        groups.forEach(group -> roles.add(ofGroup(group)));
        return roles;
    }

    static Role ofGroup(String group) {
        return switch (group) {
            case Groups.OFFICIALS -> OFFICIAL;
            case Groups.SECURITY_AND_PREPAREDNESS -> SECURITY_AND_PREPAREDNESS;
            case Groups.ON_CALL -> ON_CALL;
            case Groups.PROCESS_OWNERS -> PROCESS_OWNER;
            case Groups.ADMINISTRATORS -> ADMINISTRATOR;
            default -> group.startsWith(Groups.PARTY_OFFICERS) ? PARTY_OFFICER : LOCAL_OFFICER;
        };
    }
}
