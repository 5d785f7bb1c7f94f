namespace Canary.Cli.Completion;

/// <summary>
/// What makes a shell complete what is typed after <c>canary</c>. Each script hands the line up to the cursor to
/// <c>canary complete</c>, which answers with a word a line and, after a tab, what it means.
/// </summary>
internal static class CompletionScript
{
    /// <summary>The shells, and how each is told for good.</summary>
    public static readonly IReadOnlyDictionary<string, string> Shells = new Dictionary<string, string>
    {
        ["bash"] = "echo 'source <(canary completion bash)' >>~/.bashrc",
        ["zsh"] = "echo 'source <(canary completion zsh)' >>~/.zshrc, below compinit",
        ["fish"] = "canary completion fish >~/.config/fish/completions/canary.fish",
        ["pwsh"] = "add to $PROFILE: canary completion pwsh | Out-String | Invoke-Expression",
    };

    /// <summary>The script of one of the shells.</summary>
    public static string Of(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => PowerShell,
    };

    // Where nothing is known, files are completed. bash parts words at a colon, so what stands before it is taken off.
    private const string Bash = """
        _canary() {
            local found word=${COMP_WORDS[COMP_CWORD]}
            mapfile -t found < <("${COMP_WORDS[0]}" complete "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
            COMPREPLY=("${found[@]%%$'\t'*}")
            [[ $(type -t __ltrim_colon_completions) == function ]] && __ltrim_colon_completions "$word"
            return 0
        }
        complete -o default -F _canary canary
        """;

    private const string Zsh = """
        #compdef canary
        _canary() {
            local line
            local -a found
            for line in "${(@f)$("${words[1]}" complete "${(j: :)words[1,CURRENT]}" 2>/dev/null)}"; do
                [[ -n $line ]] && found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
            done
            if (( $#found )); then _describe -V canary found; else _files; fi
        }
        if [[ $funcstack[1] == _canary ]]; then _canary "$@"; else compdef _canary canary; fi
        """;

    private const string Fish = """
        function __canary_complete
            set -l found (canary complete (commandline -cp | string collect) 2>/dev/null)
            if test (count $found) -gt 0
                printf '%s\n' $found
            else
                __fish_complete_path (commandline -ct)
            end
        end
        complete -c canary -f -k -a '(__canary_complete)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName canary -ScriptBlock {
            param($word, $ast, $cursor)
            $length = $cursor - $ast.Extent.StartOffset
            $line = $ast.ToString().PadRight($length).Substring(0, $length)
            canary complete $line 2>$null | ForEach-Object {
                $name, $about = $_ -split "`t", 2
                if (-not $about) { $about = $name }
                [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', $about)
            }
        }
        """;
}
