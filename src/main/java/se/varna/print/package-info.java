/** Pages as PDF documents that can be kept for long and read aloud. */
package se.varna.print;
