/** What process owners see of how it goes: figures of the flow and of the cases' deadlines, nothing of one person. */
@org.springframework.modulith.ApplicationModule(displayName = "Insyn i flödet")
package se.varna.insight;
